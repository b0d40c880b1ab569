import type { Config } from '../../platform/config.ts'
import type { Site } from './published.ts'

/**
 * Who publishes. Never from the Host header: what is kept for all would then name whatever one visitor claimed. Without
 * PUBLIC_URL it is the address the server listens on, which is right on the machine of whoever tries it.
 */
export function siteOf(config: Config): Site {
  const host = config.host === '127.0.0.1' || config.host === '0.0.0.0' ? 'localhost' : config.host
  return { origin: config.publicUrl ?? `http://${host}:${config.port}`, name: config.siteName }
}
