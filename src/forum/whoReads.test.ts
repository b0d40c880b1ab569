import { expect } from 'vitest'
import { postTopic, read } from '../testing/posting.ts'
import { test } from '../testing/site.ts'

const zone = (page: string) => /<p class="zone">.*?<span>([^<]*)<\/span>/s.exec(page)?.[1] ?? ''

test('each page says who reads what is written there, as it is in its space', async ({ site }) => {
  const wren = await site.member('wren')
  const [group] = await site.db<{ id: string }[]>`
    insert into groups (slug, name, kind) values ('night-watch', 'Night Watch', 'discussion') returning id`
  await site.db`insert into group_members (group_id, member_id) values (${group?.id ?? ''}, ${wren.id})`
  await site.db`insert into spaces (group_id, readers) values (${group?.id ?? ''}, 'members')`
  await site.db`update spaces set readers = 'members' where slug = 'sleep'`
  const where = {
    'group:night-watch': 'members of this group can read',
    sleep: 'everybody who is signed in can read',
    open: 'everybody can read',
  }
  for (const [space, words] of Object.entries(where)) {
    const topic = await postTopic(site, wren, { space, title: `In ${space}` })
    const page = await read(site, topic, wren)
    for (const path of [topic, `${topic}/first`, `${topic}/edit`, `${topic}/versions`])
      expect(zone(await read(site, path, wren))).toContain(words)
    const hint = /id="body-hint">([^<]*)/.exec(page)?.[1] ?? ''
    expect(hint.toLowerCase()).toContain(words)
  }
  expect(zone(await read(site, '/forum/new', wren))).toContain('everybody who can read the space')
})
