/**
 * The sentence of each kind of notice, from the slice that sends it.
 * @example { 'meeting-cancelled': (words, locale) => t(locale)('notice.cancelled', words) }
 */
export type NoticeKinds = Record<string, (words: Record<string, string>, locale: string) => string>
