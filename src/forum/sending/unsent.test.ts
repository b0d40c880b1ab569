import { expect } from 'vitest'
import { newOnce, postTopic, read } from '../../testing/posting.ts'
import { test } from '../../testing/site.ts'

test('a browser that is led nowhere by itself says at the top of the page that nothing was sent', async ({
  site,
}) => {
  const wren = await site.member('wren')
  const topic = await postTopic(site, wren)
  const forms = {
    '/forum/new': { title: 'Second night', kind: 'story' },
    [`${topic}/replies`]: {},
  }
  for (const [path, fields] of Object.entries(forms)) {
    const words = { ...fields, body: 'I want to die tonight.', once: newOnce() }
    const answer = await site.post(path, words, { as: wren })
    expect(answer.status).toBe(422)
    const [top = '', below = ''] = (await answer.text()).split('<textarea')
    expect(top).toContain('Nothing has been sent yet, and your words are all here. <a href="#unsent">')
    expect(below.match(/id="unsent"/g)).toHaveLength(1)
    expect(below).toMatch(/id="unsent">.*You can post this\./s)
  }
  for (const path of ['/forum/new', topic])
    expect(await read(site, path, wren)).not.toContain('Nothing has been sent yet, and')
})
