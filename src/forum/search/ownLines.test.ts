import { expect, test } from 'vitest'
import { postReply, postTopic, read } from '../../testing/posting.ts'
import { onRealSite } from '../../testing/realSite.ts'
import { untilWaiting, whileHeld } from '../../testing/standstill.ts'

test('searches that take long hold up nobody who reads or writes, and are all answered in the end', async () => {
  await onRealSite(async (site) => {
    const wren = await site.member('wren')
    const topic = await postTopic(site, wren)
    await read(site, '/forum/search?q=legs', wren)
    const lock = (tx: typeof site.db) => tx`lock table forum_words in access exclusive mode`
    await whileHeld(site.db, lock, async (letGo) => {
      const words = ['warm', 'bath', 'night', 'walk', 'tea', 'work', 'rest', 'song']
      const searches = words.map((word) => site.get(`/forum/search?q=${word}`, { as: wren }))
      // As many as they have lines; the others wait for their turn.
      await untilWaiting(site.db, 2)
      expect(await read(site, topic, wren)).toContain('My legs will not stop.')
      await postReply(site, wren, topic, 'Still awake')
      letGo()
      for (const answer of await Promise.all(searches)) expect(answer.status).toBe(200)
    })
  })
})
