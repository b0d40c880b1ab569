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
  /** A file of map tiles (PMTiles) on this machine, absolute; undefined: coasts and borders alone. */
  mapTiles: string | undefined
  logLevel: string
  feedsAllowPrivate: boolean
  /** The first posts of an account made without the small check at sign-up wait for a moderator. */
  holdFirstPosts: boolean
  /** Days in which somebody who was made a moderator or operator adds a passkey. */
  passkeyGraceDays: number
  /** Devices may be told through the push services of browsers. */
  webPush: boolean
  /** How mail goes out; undefined: it does not. */
  mail: { smtpUrl: string; from: string } | undefined
  /** 64 hexadecimal digits that seal how members are reached; undefined: a file in the data folder. */
  contactKey: string | undefined
  demo: boolean
}

/**
 * The address of this site, without a slash at its end, for what others keep: lists, calendars, what search engines
 * read. Never from the Host header: what is kept for all would then name whatever one visitor claimed. Without
 * PUBLIC_URL it is the address the server listens on, which is right on the machine of whoever tries it.
 */
export function originOf({ publicUrl, host, port }: Pick<Config, 'publicUrl' | 'host' | 'port'>): string {
  const name = host === '127.0.0.1' || host === '0.0.0.0' ? 'localhost' : host
  return publicUrl ?? `http://${name}:${port}`
}
