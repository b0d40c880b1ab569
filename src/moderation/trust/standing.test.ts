import { expect } from 'vitest'
import { postReply, postTopic, read } from '../../testing/posting.ts'
import { type Site, type TestMember, test } from '../../testing/site.ts'

/** Somebody new, three days after they came, with thirty posts read and two of their own. */
async function known(site: Site) {
  const wren = await site.member('wren', { isNew: true })
  const finch = await site.member('finch')
  const theirs = await postTopic(site, finch)
  const own = await postTopic(site, wren, { title: 'Day one' })
  await postReply(site, wren, theirs, 'So did I.')
  await site.db`update members set created_at = ${site.now().subtract({ hours: 72 })} where id = ${wren.id}`
  const reads = (number: number) =>
    site.db`update topic_marks set read_number = ${number} where member_id = ${wren.id} and topic_id = ${theirs.split('/').at(-1) ?? ''}`
  // One post of their own topic, and twenty-nine of the other.
  await reads(28)
  return { wren, finch, own, reads }
}

const level = async (site: Site, as: TestMember) =>
  /<h2>(You are [^<]+)<\/h2>/.exec(await read(site, '/account/standing', as))?.[1]

test('three days, thirty posts read and two that stayed: known, and not with less', async ({ site }) => {
  const { wren, reads } = await known(site)
  expect(await level(site, wren)).toBe('You are known here')
  await reads(27)
  expect(await level(site, wren)).toBe('You are new here')
  await reads(28)
  await site.db`update members set created_at = ${site.now().subtract({ hours: 71 })} where id = ${wren.id}`
  expect(await level(site, wren)).toBe('You are new here')
})

test('a post that a moderator took out of sight did not stay', async ({ site }) => {
  const { wren, finch, own } = await known(site)
  const keeper = await site.member('keeper', { role: 'moderator' })
  await site.post(
    `/moderation/report?topic=${own.split('/').at(-1)}`,
    { category: 'sourcing' },
    { as: finch },
  )
  const [row] = await site.db<{ id: string }[]>`select id from moderation_cases`
  const hold = { kind: 'hold', category: 'sourcing', reason: 'Leave the shop out.' }
  await site.post(`/moderation/cases/${row?.id}/decide`, hold, { as: keeper })
  expect(await level(site, wren)).toBe('You are new here')
})

test('three weeks and no report that was right: at home; an appeal that is granted gives it back', async ({
  site,
}) => {
  const { wren, finch, own } = await known(site)
  const keeper = await site.member('keeper', { role: 'moderator' })
  const warden = await site.member('warden', { role: 'moderator' })
  await site.db`update members set created_at = ${site.now().subtract({ hours: 21 * 24 })} where id = ${wren.id}`
  expect(await level(site, wren)).toBe('You are at home here')
  await site.post(`/moderation/report?topic=${own.split('/').at(-1)}`, { category: 'shaming' }, { as: finch })
  expect(await level(site, wren)).toBe('You are at home here')
  const [row] = await site.db<{ id: string }[]>`select id from moderation_cases`
  const note = { kind: 'note', category: 'shaming', reason: 'A taper is no weakness.' }
  await site.post(`/moderation/cases/${row?.id}/decide`, note, { as: keeper })
  expect(await level(site, wren)).toBe('You are known here')
  const [measure] = await site.db<{ id: string }[]>`select id from measures`
  const page = `/moderation/decisions/${measure?.id}`
  await site.post(`${page}/appeal`, { words: 'I spoke of my own.' }, { as: wren })
  await site.post(`${page}/answer`, { granted: 'yes', answer: 'You did.' }, { as: warden })
  expect(await level(site, wren)).toBe('You are at home here')
})
