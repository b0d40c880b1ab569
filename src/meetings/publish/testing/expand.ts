import ICAL from 'ical.js'

/** What a program that shares nothing with ours reads from a calendar: the starts of all that takes place. */
export function startsIn(calendar: string, until: Temporal.Instant): string[] {
  const root = new ICAL.Component(ICAL.parse(calendar))
  const events = root.getAllSubcomponents('vevent')
  const isOff = (event: ICAL.Component) => event.getFirstPropertyValue('status') === 'CANCELLED'
  const heads = events.filter((event) => !event.hasProperty('recurrence-id') && !isOff(event))
  const starts = heads.flatMap((head) => {
    const uid = head.getFirstPropertyValue('uid')
    const exceptions = events.filter(
      (event) => event.hasProperty('recurrence-id') && event.getFirstPropertyValue('uid') === uid,
    )
    return startsOf(new ICAL.Event(head, { exceptions, strictExceptions: true }), until)
  })
  return starts.sort()
}

function startsOf(event: ICAL.Event, until: Temporal.Instant): string[] {
  const at = (time: ICAL.Time) => Temporal.Instant.fromEpochMilliseconds(time.toUnixTime() * 1000).toString()
  if (!event.isRecurring()) return [at(event.startDate)]
  const last = until.epochMilliseconds / 1000
  const starts: string[] = []
  const iterator = event.iterator()
  for (let next = iterator.next(); next && next.toUnixTime() < last; next = iterator.next())
    starts.push(at(event.getOccurrenceDetails(next).startDate))
  return starts
}
