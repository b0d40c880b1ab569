/** What a notice on a device says; none of them says what happened. */
export const wordings = ['named', 'reminder', 'hello'] as const
export type Wording = (typeof wordings)[number]

export type Kinds = 'all' | 'answers' | 'urgent'

/** Somebody spoke to this member. */
export const answerKinds = [
  'forum-answer',
  'forum-quoted',
  'forum-back',
  'moderation-decided',
  'group-invited',
]

/** Somebody who looks after the place should look now. */
export const urgentKinds = [
  'moderation-case',
  'moderation-appealed',
  'moderation-aftercare',
  'forum-waiting',
  'forum-waiting-long',
]

/** What a member may choose; what is urgent reaches moderators alone. */
export function kindsFor(role: string): Kinds[] {
  return role === 'member' ? ['all', 'answers'] : ['all', 'answers', 'urgent']
}

/** A transaction that began before the last look may still be writing its notice. */
export const settleSeconds = 10

export const mostDevices = 10
/** A busy topic does not ring all evening; what is urgent does. */
export const pushGapMinutes = 10

/** After about two days without success a device is given up. */
export const mostFailures = 14

/** When to try again: 2, 4, 8 … minutes, at most six hours; later where the other side asks for it, at most a day. */
export function retryAt(failures: number, now: Temporal.Instant, askedSeconds = 0): Temporal.Instant {
  const ownSeconds = Math.min(2 ** Math.min(failures, 20), 360) * 60
  return now.add({ seconds: Math.max(ownSeconds, Math.min(Math.ceil(askedSeconds), 24 * 3600)) })
}

/** The address of a push service as a browser gives it: over TLS, at the usual port, without a name and password in it. */
export function isPushAddress(typed: string): boolean {
  const url = typed.length <= 1000 ? URL.parse(typed) : null
  return (
    url !== null &&
    url.protocol === 'https:' &&
    url.port === '' &&
    url.username === '' &&
    url.password === '' &&
    url.hostname.includes('.')
  )
}

export type Pace = 'once' | 'daily'

/** "At once" is at most once an hour; what is urgent does not wait. */
export const mailGapMinutes = 60
export const confirmHours = 24
/** After so many refusals by its mail server an address is erased. */
export const mostRefusals = 5

/** The next time that it is this hour there. An hour that a clock change skips is the one after it. */
export function nextHour(now: Temporal.Instant, hour: number, zone: string): Temporal.Instant {
  const there = now.toZonedDateTimeISO(zone)
  const today = there.toPlainDate().toZonedDateTime({ timeZone: zone, plainTime: { hour } })
  if (Temporal.Instant.compare(today.toInstant(), now) > 0) return today.toInstant()
  const tomorrow = there.toPlainDate().add({ days: 1 })
  return tomorrow.toZonedDateTime({ timeZone: zone, plainTime: { hour } }).toInstant()
}

/** Enough of an address to know one's own again, too little for whoever looks over a shoulder. */
export function masked(address: string): string {
  const [, first = '', domain = ''] = /^(.).*@([^@]+)$/su.exec(address) ?? []
  return `${first}…@${domain || '…'}`
}
