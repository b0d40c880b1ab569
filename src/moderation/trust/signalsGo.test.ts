import { expect } from 'vitest'
import { newOnce, postTopic } from '../../testing/posting.ts'
import { test } from '../../testing/site.ts'

const dark = 'I do not want to live any more.'

test('what words were seen to be about goes with the words, and with nobody else’s', async ({ site }) => {
  const wren = await site.member('wren')
  const finch = await site.member('finch')
  const topic = await postTopic(site, wren, { body: dark, looked: 'crisis' })
  const answer = (as: typeof wren) =>
    site.post(`${topic.split('?')[0]}/replies`, { body: dark, looked: 'crisis', once: newOnce() }, { as })
  const of = async (sent: Response) =>
    /reply-(\d+)/.exec(sent.headers.get('location') ?? '')?.[1] ?? 'nothing'
  const reply = await of(await answer(wren))
  const other = await of(await answer(finch))
  const address = topic.split('?')[0] ?? ''
  const seen = async () => {
    const rows = await site.db<{ replyId: string | null }[]>`
      select distinct reply_id from post_signals order by reply_id nulls first`
    return rows.map(({ replyId }) => replyId)
  }
  expect(await seen()).toEqual([null, reply, other])
  expect((await site.post(`${address}/replies/${reply}/remove`, {}, { as: wren })).status).toBe(303)
  expect(await seen()).toEqual([null, other])
  expect((await site.post(`${address}/remove`, {}, { as: wren })).status).toBe(303)
  expect(await seen()).toEqual([other])
  const gone = await site.post(
    '/account/delete',
    { passphrase: 'lantern cedar morning thimble' },
    { as: finch },
  )
  expect(gone.status).toBe(303)
  expect(await seen()).toEqual([])
})
