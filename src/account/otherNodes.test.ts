import { expect, test } from 'vitest'
import { transaction } from '../platform/database/index.ts'
import { postTopic, read } from '../testing/posting.ts'
import { onRealSite } from '../testing/realSite.ts'
import { changeProfile } from './members.store.ts'

test('a zone chosen on another node is the zone here at once', async () => {
  await onRealSite(async (site) => {
    const wren = await site.member('wren', { zone: 'Europe/Berlin' })
    const topic = await postTopic(site, wren)
    const page = () => read(site, topic, wren)
    expect(await page()).toMatch(/1:00\sPM/)
    // Another node knows nothing of what this one remembers of her session.
    const profile = { zone: 'Asia/Tokyo', showsDay: false, lastDoseOn: null }
    await transaction(site.db, (tx) => changeProfile(tx, wren.id, profile))
    await expect.poll(page).toMatch(/9:00\sPM/)
  })
})
