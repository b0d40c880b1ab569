import { permissionsPolicy } from '../../platform/securityHeaders.ts'
import { slice } from '../../platform/web.ts'
import { BeginPage } from './views/beginPage.tsx'
import { DevicesPage } from './views/devicesPage.tsx'
import { OpenPage } from './views/openPage.tsx'
import { WordsPage } from './views/wordsPage.tsx'

/** How a journal is begun, opened, locked, synced and forgotten. The pages are the same for everybody. */
export const devices = slice()

devices.get('/begin', (c) => {
  c.var.cache.guestPage([])
  return c.var.page(<BeginPage />)
})

devices.get('/words', (c) => {
  c.var.cache.guestPage([])
  return c.var.page(<WordsPage />)
})

devices.get('/open', (c) => {
  c.var.cache.guestPage([])
  c.header('permissions-policy', permissionsPolicy(['publickey-credentials-get']))
  return c.var.page(<OpenPage />)
})

devices.get('/devices', (c) => {
  c.var.cache.guestPage([])
  c.header(
    'permissions-policy',
    permissionsPolicy(['publickey-credentials-create', 'publickey-credentials-get']),
  )
  return c.var.page(<DevicesPage />)
})
