import { describe, expect } from 'vitest'
import { newOnce, postTopic, read } from '../testing/posting.ts'
import { test } from '../testing/site.ts'
import { passphrase } from '../testing/visitor.ts'

test('reports without end by one person, of ever other posts, stop at what one person can mean', async ({
  site,
}) => {
  const wren = await site.member('wren')
  const finch = await site.member('finch')
  const answers: number[] = []
  for (let post = 0; post < 26; post++) {
    const id = (await postTopic(site, wren, { title: `Night ${post}` })).split('/').at(-1)
    const words = { category: 'sourcing', words: 'It is the shop again.' }
    const answer = await site.post(`/moderation/report?topic=${id}`, words, { as: finch })
    answers.push(answer.status)
    // What was typed is not lost over it.
    if (answer.status === 429) expect(await answer.text()).toContain('It is the shop again.</textarea>')
  }
  expect(answers.filter((status) => status === 200)).toHaveLength(20)
  expect(new Set(answers.slice(20))).toEqual(new Set([429]))
  expect(await site.db`select 1 from moderation_cases`).toHaveLength(20)
})

describe('the name of a moderator', () => {
  test.for([
    ['in letters of another script', 'јunіper'],
    ['with a digit for a letter', 'jun1per'],
    ['in capitals', 'JUNIPER'],
    ['in wide letters', 'ｊｕｎｉｐｅｒ'],
    ['with a hidden letter in it', 'juni\u200bper'],
    ['turned round', '\u202erepinuj'],
    ['with an accent', 'juníper'],
  ] as const)('%s is nobody else’s', async ([, handle], { site }) => {
    await site.member('juniper', { role: 'moderator' })
    const answer = await site.post('/join', { handle, passphrase })
    expect(answer.status).toBe(422)
    expect(await site.db`select 1 from members`).toHaveLength(1)
  })
})

test.for([
  ['brackets', '['.repeat(19_000)],
  ['links inside links', '[a]('.repeat(4_700)],
  ['stars', '*a **b '.repeat(2_800)],
  ['backticks', '`'.repeat(9_999) + ' '.repeat(2) + '`'.repeat(9_998)],
  ['quotations', `${'> '.repeat(9_900)}a`],
  ['lists', Array.from({ length: 190 }, (_, deep) => `${'  '.repeat(deep % 100)}- a`).join('\n')],
  ['marks for nothing', '\\'.repeat(19_000)],
] as const)('a post of nothing but %s is drawn, and stays small', async ([, body], { site }) => {
  const wren = await site.member('wren')
  const sent = await site.post('/forum/new', { title: 'Odd', body, once: newOnce() }, { as: wren })
  expect(sent.status).toBe(303)
  const page = await read(site, (sent.headers.get('location') ?? '').replace(/\?.*/, ''))
  expect(page).toContain('</html>')
  expect(page.length).toBeLessThan(400_000)
})

test('a post among the members of a group is not there for whoever else would report it', async ({
  site,
}) => {
  const wren = await site.member('wren')
  const okapi = await site.member('okapi')
  const [group] = await site.db<{ id: string }[]>`
    insert into groups (slug, name, kind) values ('night-watch', 'Night Watch', 'discussion') returning id`
  await site.db`insert into group_members (group_id, member_id) values (${group?.id ?? ''}, ${wren.id})`
  await site.db`insert into spaces (group_id, readers) values (${group?.id ?? ''}, 'members')`
  const topic = await postTopic(site, wren, { title: 'Among us', space: 'group:night-watch' })
  const path = `/moderation/report?topic=${topic.split('/').at(-1)}`
  const never = await site.get('/moderation/report?topic=999999999', { as: okapi })
  const hidden = await site.get(path, { as: okapi })
  expect([hidden.status, (await hidden.text()).length]).toEqual([404, (await never.text()).length])
  expect((await site.post(path, { category: 'worried' }, { as: okapi })).status).toBe(404)
  expect(await site.db`select from moderation_cases`).toHaveLength(0)
})
