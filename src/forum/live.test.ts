import { expect, test } from 'vitest'
import { openLog } from '../platform/log.ts'
import { openTestDatabase } from '../testing/database.ts'
import { postReply, postTopic } from '../testing/posting.ts'
import { openSite } from '../testing/site.ts'

/** A browser that listens: gives the next event's lines, without the heartbeats. */
function listener(answer: Response) {
  const reader = (answer.body as ReadableStream<Uint8Array>).getReader()
  const decoder = new TextDecoder()
  let text = ''
  return {
    next: async () => {
      while (!text.includes('\n\n')) text += decoder.decode((await reader.read()).value, { stream: true })
      const [first = '', ...rest] = text.split('\n\n')
      text = rest.join('\n\n')
      return first
    },
    leave: () => reader.cancel(),
    /** What was announced just before may still arrive; a browser knows it by its id. */
    nextWith: async function (words: string) {
      for (;;) {
        const event = await this.next()
        if (event.includes(words)) return event
      }
    },
  }
}

test('a reply reaches those who read, once committed, and those who come back miss nothing', async () => {
  // Announcements go out on commit, so this one test writes for good and clears up behind itself.
  const db = await openTestDatabase()
  const site = openSite(db)
  await site.live.open(db, site.pages, openLog('error'))
  try {
    const wren = await site.member('wren')
    const okapi = await site.member('okapi')
    const topic = await postTopic(site, wren)
    const first = await postReply(site, okapi, topic, 'Before anybody listened')
    const [, firstId = ''] = first.split('#reply-')

    const reader = listener(await site.get(`${topic}/live?after=${firstId}`))
    expect(await reader.next()).toBe('retry: 2000')
    const [, secondId = ''] = (await postReply(site, okapi, topic, 'Said <b>live</b>')).split('#reply-')
    const event = await reader.nextWith(`id: ${secondId}\nevent: reply\n`)
    expect(event).toContain(`<article class="post" id="reply-${secondId}" data-page="1">`)
    expect(event).toContain('Said &lt;b&gt;live&lt;/b&gt;')
    expect(event).not.toContain('_token')

    await site.post(`${topic}/replies/${secondId}/edit`, { body: 'Said better' }, { as: okapi })
    const edited = await reader.nextWith('Said better')
    expect(edited).not.toContain('id: ')
    await reader.leave()

    const headers = { 'last-event-id': firstId }
    const back = listener(await site.get(`${topic}/live?after=0`, { headers }))
    expect(await back.next()).toBe('retry: 2000')
    expect(await back.next()).toContain(`id: ${secondId}\n`)
    await back.leave()
  } finally {
    await site.live.close()
    await db`truncate members, topics, groups restart identity cascade`
    await db.end()
  }
})
