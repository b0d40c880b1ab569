import { expect, test } from 'vitest'
import { transaction } from '../../platform/database/index.ts'
import { onRealSite } from '../../testing/realSite.ts'
import { passphrase } from '../../testing/visitor.ts'
import { addInvite } from './invites.store.ts'

const token = 'b'.repeat(32)

test('two who take the same handle at once use one invite, and the other one can still come', async () => {
  await onRealSite(async (site) => {
    const robin = await site.member('robin', { role: 'operator' })
    await transaction(site.db, (tx) =>
      addInvite(
        tx,
        { token, label: 'Two at once', mostUses: 2, days: 1, vouches: false, madeBy: robin.id },
        site.now(),
      ),
    )
    try {
      const join = (handle: string) => site.post('/join', { handle, passphrase, invite: token })
      const answers = await Promise.all([join('wren'), join('wren')])
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 422])
      const uses = await site.db<{ used: number }[]>`select used from invites`
      expect([...uses]).toEqual([{ used: 1 }])
      await site.db`update joining set needs_invite = true`
      // Two who come for the one place that is left: one gets it.
      const last = await Promise.all([join('finch'), join('heron')])
      expect(last.map(({ status }) => status).sort()).toEqual([201, 403])
    } finally {
      await site.db`update joining set needs_invite = false`
      await site.db`delete from invites`
    }
  })
})
