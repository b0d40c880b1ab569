/** The settings that the platform and the slices read; `src/config.ts` makes them from the environment. */
export interface Config {
  host: string
  port: number
  dataDir: string
  databaseUrl: string | undefined
  publicUrl: string | undefined
  siteName: string
  /** Visitors reach us over TLS: `__Host-` cookies, HSTS. */
  overTls: boolean
  trustProxy: boolean
  leaveTo: string
  defaultZone: string
  defaultCountry: string
  logLevel: string
  feedsAllowPrivate: boolean
  demo: boolean
}
