import { originOf } from '../../platform/config.ts'
import { useVisit } from '../../platform/visit.ts'

/** What programs look for in a page of meetings: the list of all (its title is the one they know), and a calendar. */
export function useAlternates(meetingId?: string): { type: string; title: string; href: string }[] {
  const origin = originOf(useVisit().config)
  const calendar = meetingId ? `/meetings/${meetingId}.ics` : '/feeds/meetings.ics'
  return [
    { type: 'application/json', title: 'Meetings Feed', href: `${origin}/feeds/meetings.json` },
    { type: 'text/calendar', title: 'Calendar', href: origin + calendar },
  ]
}
