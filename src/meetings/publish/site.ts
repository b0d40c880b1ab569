import { type Config, originOf } from '../../platform/config.ts'
import type { Site } from './published.ts'

/** Who publishes. */
export function siteOf(config: Config): Site {
  return { origin: originOf(config), name: config.siteName }
}
