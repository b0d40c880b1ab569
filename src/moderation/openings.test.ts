import { expect } from 'vitest'
import { postTopic, read } from '../testing/posting.ts'
import { type Site, test } from '../testing/site.ts'

async function scene(site: Site) {
  const wren = await site.member('wren')
  const finch = await site.member('finch')
  const keeper = await site.member('keeper', { role: 'moderator' })
  const topic = (await postTopic(site, wren)).split('/').at(-1)
  await site.post(`/moderation/report?topic=${topic}`, { category: 'sourcing' }, { as: finch })
  const [row] = await site.db<{ id: string }[]>`select id from moderation_cases`
  const path = `/moderation/cases/${row?.id}`
  const decide = (fields: Record<string, string>) =>
    site.post(`${path}/decide`, { kind: 'note', category: 'sourcing', ...fields }, { as: keeper })
  const reason = async () => (await site.db<{ reason: string }[]>`select reason from measures`)[0]?.reason
  return { wren, keeper, path, decide, reason }
}

const forSourcing = /^Thank you for writing here\. Shops, .* week\./

test('a moderator may begin with a kind first sentence, and all of them can be read before', async ({
  site,
}) => {
  const { keeper, wren, path, decide, reason } = await scene(site)
  const page = await read(site, path, keeper)
  expect(page).toMatch(/name="opens" value="yes"(?! checked)/)
  expect(page).toContain('Advice that sounds like a doctor’s')
  expect((await decide({ opens: 'yes', reason: 'Leave the shop out.' })).status).toBe(303)
  expect(await reason()).toMatch(forSourcing)
  expect(await reason()).toMatch(/week\. Leave the shop out\.$/)
  const [row] = await site.db<{ id: string }[]>`select id from measures`
  expect(await read(site, `/moderation/decisions/${row?.id}`, wren)).toContain('week. Leave the shop out.')
})

test('the sentence is that of the rule that is decided on, and enough alone', async ({ site }) => {
  const { decide, reason } = await scene(site)
  expect((await decide({ reason: '' })).status).toBe(422)
  expect((await decide({ reason: '', opens: 'yes', category: 'worried' })).status).toBe(303)
  expect(await reason()).toBe(
    'I have read what you wrote, and I am glad that you wrote it. You have done nothing wrong.',
  )
})

test('what was chosen stays chosen when something else has to be mended', async ({ site }) => {
  const { decide } = await scene(site)
  const page = await (await decide({ kind: 'shout', opens: 'yes', reason: 'Leave the shop out.' })).text()
  expect(page).toMatch(/name="opens" value="yes" checked/)
  expect(page).toContain('>Leave the shop out.</textarea>')
})
