/**
 * The shape of lists that are kept as a sheet of online meetings: times in words ("Friday 7:00 PM"), the link in `url`,
 * what is dialled and what opens the room each in a field of its own. Turned into what Meeting Guide calls it.
 */
export function fromFreeTimes(raw: Record<string, unknown>): Record<string, unknown> {
  const text = (field: string) => (typeof raw[field] === 'string' ? raw[field].trim() : '')
  const opens = [
    text('meeting_id') && `Meeting ID: ${text('meeting_id')}`,
    text('meeting_password') && `Password: ${text('meeting_password')}`,
  ]
  const words = [raw.types, ...text('languages').split(','), ...text('formats').split(',')].flat()
  return {
    ...raw,
    id: raw.id ?? raw.wso_id,
    url: undefined,
    conference_url: text('url').startsWith('http') ? text('url') : undefined,
    conference_url_notes: opens.filter(Boolean).join(', ') || undefined,
    conference_phone: text('dial_in_number') || undefined,
    conference_phone_notes: text('access_code') || undefined,
    types: words.filter((each) => typeof each === 'string' && each.trim() !== '' && each !== 'English'),
  }
}

export function hasFreeTimes(raw: Record<string, unknown>): boolean {
  return typeof raw.times === 'string' && !('day' in raw) && !('time' in raw)
}
