/** Everybody here is invented. Days are days since the last dose on the day the demo is made. */
export interface DemoPerson {
  handle: string
  days: number | null
  zone: string
  role?: 'moderator' | 'operator'
}

export const people: DemoPerson[] = [
  { handle: 'wren', days: 3, zone: 'America/New_York' },
  { handle: 'okapi', days: 112, zone: 'Europe/London' },
  { handle: 'moss-lantern', days: 31, zone: 'America/Chicago' },
  { handle: 'heron-on-ice', days: 9, zone: 'America/Los_Angeles' },
  { handle: 'quiet-kettle', days: 18, zone: 'Europe/Berlin' },
  { handle: 'juniper', days: 240, zone: 'America/New_York', role: 'moderator' },
  { handle: 'paper-boat', days: 1, zone: 'Australia/Sydney' },
  { handle: 'salt-and-fern', days: null, zone: 'America/Denver' },
  { handle: 'marigold', days: 64, zone: 'Asia/Kuala_Lumpur' },
  { handle: 'tuesday-fox', days: 5, zone: 'America/New_York' },
  { handle: 'sisters-lamp', days: null, zone: 'America/New_York' },
  { handle: 'keeper', days: null, zone: 'Europe/London', role: 'operator' },
]
