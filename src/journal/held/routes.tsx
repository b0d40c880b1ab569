import { slice } from '../../platform/web.ts'
import { knowsSentence } from '../devices/messages.ts'
import { listHeld } from './store.ts'
import { HeldPage } from './views/heldPage.tsx'

export const held = slice()

held.get('/what-we-hold', async (c) => {
  // Columns change with a new version, and that begins with an empty cache.
  c.var.cache.guestPage([])
  const tables = await listHeld(c.var.db)
  return c.var.page(
    <HeldPage tables={tables} knows={(table, column) => knowsSentence(`held.${table}.${column}`)} />,
  )
})
