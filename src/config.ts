import { existsSync } from 'node:fs'
import { resolve, sep } from 'node:path'
import * as v from 'valibot'
import type { Config } from './platform/config.ts'

const zones = new Set(Intl.supportedValuesOf('timeZone').concat('UTC'))

const flag = v.optional(v.picklist(['yes', 'no', 'true', 'false', '1', '0', '']), 'no')
const yes = (value: string) => ['yes', 'true', '1'].includes(value)

const settings = v.object({
  /** Where the site listens. 127.0.0.1 by default: a proxy with TLS stands in front of it. */
  HOST: v.optional(v.string(), '127.0.0.1'),
  PORT: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^\d{1,5}$/, 'PORT must be a number from 0 to 65535.'),
      v.transform(Number),
      v.maxValue(65_535, 'PORT must be a number from 0 to 65535.'),
    ),
    '3000',
  ),
  /** Everything that must be backed up: the database, its password and its log. */
  DATA_DIR: v.optional(v.pipe(v.string(), v.minLength(1)), 'data'),
  /** Any PostgreSQL 16 or newer. Without it Newleaf starts its own in DATA_DIR. */
  DATABASE_URL: v.optional(
    v.pipe(v.string(), v.regex(/^(postgres(ql)?:\/\/.*)?$/, 'DATABASE_URL must begin with postgres://')),
    '',
  ),
  /** The address people type. With https the cookies become __Host- cookies and HSTS is sent. */
  PUBLIC_URL: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^(https?:\/\/[^/]+)?$/, 'PUBLIC_URL must be like https://newleaf.example, without a path.'),
    ),
    '',
  ),
  /** How its pages name this site, and lists and calendars that other sites read. */
  SITE_NAME: v.optional(
    v.pipe(
      v.string(),
      v.trim(),
      v.regex(/^[^\p{C}]{1,80}$/u, 'SITE_NAME must be one line of at most 80 letters.'),
    ),
    'Newleaf',
  ),
  /** Only behind a proxy of your own: take the visitor's address (for limits, in memory) from X-Forwarded-For. */
  TRUST_PROXY: flag,
  /** Where "Leave this page" leads: something harmless that many people open. */
  LEAVE_TO: v.optional(
    v.pipe(v.string(), v.url('LEAVE_TO must be a web address.')),
    'https://www.wikipedia.org/',
  ),
  /** The zone in which times are shown to somebody who has not chosen one. */
  DEFAULT_ZONE: v.optional(
    v.pipe(
      v.string(),
      v.check((zone) => zones.has(zone), 'DEFAULT_ZONE must be a zone such as America/New_York.'),
    ),
    'UTC',
  ),
  /** The country whose help lines are shown first. */
  DEFAULT_COUNTRY: v.optional(
    v.pipe(v.string(), v.regex(/^[a-z]{2}$/, 'DEFAULT_COUNTRY must be two small letters such as us.')),
    'us',
  ),
  /** A map of streets for the map of meetings: a PMTiles file in the data folder. Nothing is fetched from elsewhere. */
  MAP_TILES: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^([^/\\].*\.pmtiles)?$/, 'MAP_TILES must be a .pmtiles file inside DATA_DIR.'),
    ),
    '',
  ),
  LOG_LEVEL: v.optional(v.picklist(['fatal', 'error', 'warn', 'info', 'debug', 'silent']), 'info'),
  /** Feeds may be read from private addresses: for an intranet or a test, never on a public server. */
  FEEDS_ALLOW_PRIVATE: flag,
  /** The first two posts of an account made without the small check at sign-up wait for a moderator. */
  HOLD_FIRST_POSTS: v.optional(v.picklist(['yes', 'no', 'true', 'false', '1', '0', '']), 'yes'),
  /** How long somebody who was made a moderator or operator may go on without a passkey. */
  PASSKEY_GRACE_DAYS: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^\d{1,3}$/, 'PASSKEY_GRACE_DAYS must be a number of days from 0 to 999.'),
      v.transform(Number),
    ),
    '7',
  ),
  /** Members may let their devices be told, through the push service of whoever made their browser. */
  WEB_PUSH: v.optional(v.picklist(['yes', 'no', 'true', 'false', '1', '0', '']), 'yes'),
  /** Your mail server, as smtps://name:password@mail.example. Without it no mail goes out, and none is needed. */
  SMTP_URL: v.optional(
    v.pipe(v.string(), v.regex(/^(smtps?:\/\/\S+)?$/, 'SMTP_URL must begin with smtp:// or smtps://')),
    '',
  ),
  /** Who the mails come from. */
  MAIL_FROM: v.optional(
    v.pipe(
      v.string(),
      v.regex(
        /^([^\p{C}<>@]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)?$/u,
        'MAIL_FROM must be one address, such as Newleaf <news@newleaf.example>.',
      ),
    ),
    '',
  ),
  /** Seals how members are reached. Several nodes on one database need the same one. */
  CONTACT_KEY: v.optional(
    v.pipe(
      v.string(),
      v.regex(
        /^([0-9a-f]{64})?$/,
        'CONTACT_KEY must be 64 hexadecimal digits, as `openssl rand -hex 32` gives.',
      ),
    ),
    '',
  ),
  /** Invented people: every page says so. Set by `npm run demo`. */
  DEMO: flag,
})

/** Reads `.env` and the environment. Throws an Error whose message is the sentence for the operator. */
export function readConfig(environment: Record<string, string | undefined> = process.env): Config {
  if (environment === process.env && existsSync('.env')) process.loadEnvFile('.env')
  const present = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined))
  const read = v.safeParse(settings, present)
  if (!read.success) {
    const sentences = read.issues.map((issue) => `${v.getDotPath(issue) ?? 'A setting'}: ${issue.message}`)
    throw new Error(`Newleaf cannot start with these settings.\n  ${sentences.join('\n  ')}`)
  }
  const s = read.output
  return {
    host: s.HOST,
    port: s.PORT,
    dataDir: resolve(s.DATA_DIR),
    databaseUrl: s.DATABASE_URL || undefined,
    publicUrl: s.PUBLIC_URL || undefined,
    siteName: s.SITE_NAME,
    overTls: s.PUBLIC_URL.startsWith('https://'),
    trustProxy: yes(s.TRUST_PROXY),
    leaveTo: s.LEAVE_TO,
    defaultZone: s.DEFAULT_ZONE,
    defaultCountry: s.DEFAULT_COUNTRY,
    mapTiles: s.MAP_TILES ? insideOf(resolve(s.DATA_DIR), s.MAP_TILES) : undefined,
    logLevel: s.LOG_LEVEL,
    feedsAllowPrivate: yes(s.FEEDS_ALLOW_PRIVATE),
    holdFirstPosts: s.HOLD_FIRST_POSTS === '' || yes(s.HOLD_FIRST_POSTS),
    passkeyGraceDays: s.PASSKEY_GRACE_DAYS,
    webPush: s.WEB_PUSH === '' || yes(s.WEB_PUSH),
    mail: mailOf(s.SMTP_URL, s.MAIL_FROM, s.PUBLIC_URL),
    contactKey: s.CONTACT_KEY || undefined,
    demo: yes(s.DEMO),
  }
}

/** The file in a folder; a path that leads out of it stops the start. */
function insideOf(folder: string, file: string): string {
  const path = resolve(folder, file)
  if (!path.startsWith(`${folder}${sep}`))
    throw new Error(
      'Newleaf cannot start with these settings.\n  MAP_TILES: must be a .pmtiles file inside DATA_DIR.',
    )
  return path
}

/** A mail leads back to the site, so its address must be known. */
function mailOf(smtpUrl: string, from: string, publicUrl: string): Config['mail'] {
  if (smtpUrl === '') return undefined
  if (from === '' || publicUrl === '')
    throw new Error(
      'Newleaf cannot start with these settings.\n  SMTP_URL: needs MAIL_FROM and PUBLIC_URL as well, or leave it out.',
    )
  return { smtpUrl, from }
}
