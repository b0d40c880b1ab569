type Role = 'member' | 'moderator' | 'operator'

interface SessionTimes {
  lastSeenAt: Temporal.Instant
  expiresAt: Temporal.Instant
  shared: boolean
}

export const idleDays = 14
export const idleMinutesShared = 30
const absoluteDays = 90
const absoluteHoursInOffice = 8

/** When a new session ends whatever happens. Moderators and operators can do harm to others, so theirs is a working day. */
export function sessionEnd(role: Role, now: Temporal.Instant): Temporal.Instant {
  return now.add({ hours: role === 'member' ? absoluteDays * 24 : absoluteHoursInOffice })
}

export function isLive(session: SessionTimes, now: Temporal.Instant): boolean {
  const idle = session.shared ? { minutes: idleMinutesShared } : { hours: idleDays * 24 }
  return isBefore(now, session.expiresAt) && isBefore(now, session.lastSeenAt.add(idle))
}

/** Seen is written at most once an hour (every 5 minutes on a shared device): a page costs no write, and no log of visits grows. */
export function seenIsOld(session: SessionTimes, now: Temporal.Instant): boolean {
  return !isBefore(now, session.lastSeenAt.add({ minutes: session.shared ? 5 : 60 }))
}

function isBefore(one: Temporal.Instant, other: Temporal.Instant): boolean {
  return Temporal.Instant.compare(one, other) < 0
}

/** A word for the list of sessions, coarse on purpose: no version and no model can point at a person. */
export function deviceLabel(userAgent: string | undefined): string {
  const agent = userAgent?.slice(0, 500) ?? ''
  const browser = firstMatch(agent, browsers)
  const system = firstMatch(agent, systems)
  return browser || system ? `${browser ?? ''}/${system ?? ''}` : ''
}

// Order matters: every browser also claims to be the ones below it.
const browsers: [RegExp, string][] = [
  [/SamsungBrowser/, 'Samsung Internet'],
  [/Edg(?:e|A|iOS)?\//, 'Edge'],
  [/OPR\/|Opera/, 'Opera'],
  [/Firefox|FxiOS/, 'Firefox'],
  [/Chrome|CriOS/, 'Chrome'],
  [/Safari/, 'Safari'],
]
const systems: [RegExp, string][] = [
  [/Android/, 'Android'],
  [/iPhone|iPod/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Windows/, 'Windows'],
  [/CrOS/, 'ChromeOS'],
  [/Mac OS X|Macintosh/, 'Mac'],
  [/Linux|X11/, 'Linux'],
]

function firstMatch(agent: string, names: [RegExp, string][]): string | undefined {
  return names.find(([sign]) => sign.test(agent))?.[1]
}

/**
 * Where somebody was going before they were asked to sign in: a path on this site and nothing else, or `undefined`.
 * Browsers read `//host` and `/\host` as another site and drop tabs and line ends before they look.
 */
export function localPath(typed: unknown): string | undefined {
  if (typeof typed !== 'string' || typed.length > 500) return undefined
  if (!/^\/(?![/\\])[^\\\p{Cc}\p{Cf}\p{Z}\p{Cs}]*$/u.test(typed)) return undefined
  const url = URL.parse(typed, 'http://here.invalid')
  if (url?.host !== 'here.invalid' || url.pathname.startsWith('//')) return undefined
  return /^\/(?:join|sign-in|sign-out|sign-in\/.*)$/.test(url.pathname) ? undefined : typed
}

/** The day a member is on, counted from the last dose, when they wish it to be seen. */
export function dayShown(
  member: { showsDay: boolean; lastDoseOn: Temporal.PlainDate | null },
  today: Temporal.PlainDate,
): number | undefined {
  if (!member.showsDay || !member.lastDoseOn) return undefined
  const days = member.lastDoseOn.until(today).days
  return days >= 0 ? days : undefined
}
