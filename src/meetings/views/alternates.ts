import { useVisit } from '../../platform/visit.ts'

/** What programs look for in a page of meetings: the list of all (its title is the one they know), and a calendar. */
export function useAlternates(meetingId?: string): { type: string; title: string; href: string }[] {
  // Absolute, as readers of feeds want it, where the site has an address of its own; else beside the page it stands on.
  const origin = useVisit().config.publicUrl ?? ''
  const calendar = meetingId ? `/meetings/${meetingId}.ics` : '/feeds/meetings.ics'
  return [
    { type: 'application/json', title: 'Meetings Feed', href: `${origin}/feeds/meetings.json` },
    { type: 'text/calendar', title: 'Calendar', href: origin + calendar },
  ]
}
