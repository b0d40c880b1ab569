import type { GroupDraft } from '../src/groups/index.ts'

type Repeat =
  | { every: 'week'; interval: number; days: (1 | 2 | 3 | 4 | 5 | 6 | 7)[] }
  | { every: 'month'; weeks: (1 | 2 | 3 | 4 | 5 | -1)[]; day: 1 | 2 | 3 | 4 | 5 | 6 | 7 }

interface DemoMeeting {
  name: string
  recurrence: Repeat
  time: string
  minutes: number
  zone: string
  onlineUrl?: string
  placeName?: string
  address?: string
  town?: string
  notes?: string
  /** A ready plan, with what it says of its practice. */
  format?: string
  meetingPoint?: string
  distanceKm?: number
  terrain?: 'paved' | 'path'
  access?: ('step_free' | 'camera_off' | 'children' | 'quiet')[]
}

export interface DemoGroup {
  group: Omit<GroupDraft, 'agreements'>
  host: string
  members: string[]
  meetings: DemoMeeting[]
}

const nobodyInParticular = { languages: ['en'], circles: [], practices: [], placeName: null, zone: null }
const everyDay: (1 | 2 | 3 | 4 | 5 | 6 | 7)[] = [1, 2, 3, 4, 5, 6, 7]
const room = (name: string) => `https://meet.example.org/${name}`

export const groups: DemoGroup[] = [
  {
    group: {
      ...nobodyInParticular,
      name: 'First Week Together',
      kind: 'discussion',
      summary:
        'For the first seven days and nights. Come as you are, camera off if you like. No advice unless asked.',
      purposes: ['stop', 'unsure'],
      spirituality: 'secular',
      online: true,
      inPerson: false,
    },
    host: 'moss-lantern',
    members: ['wren', 'tuesday-fox', 'paper-boat', 'okapi'],
    meetings: [
      {
        name: 'First Week, evening',
        recurrence: { every: 'week', interval: 1, days: everyDay },
        time: '19:00',
        minutes: 60,
        zone: 'America/New_York',
        onlineUrl: room('first-week'),
      },
      {
        name: 'First Week, morning',
        recurrence: { every: 'week', interval: 1, days: [1, 3, 5] },
        time: '07:30',
        minutes: 45,
        zone: 'Europe/London',
        onlineUrl: room('first-week'),
      },
    ],
  },
  {
    group: {
      ...nobodyInParticular,
      name: 'Step by Step, Kratom',
      kind: 'twelve_step',
      summary: 'A 12-step style meeting in our own words. Open to everybody who wants to stop.',
      purposes: ['stop', 'stay_stopped'],
      spirituality: 'spiritual',
      online: true,
      inPerson: true,
      placeName: 'Philadelphia',
      zone: 'America/New_York',
    },
    host: 'juniper',
    members: ['heron-on-ice', 'okapi', 'tuesday-fox'],
    meetings: [
      {
        name: 'Step by Step, Monday',
        recurrence: { every: 'week', interval: 1, days: [1] },
        time: '20:00',
        minutes: 60,
        zone: 'America/New_York',
        onlineUrl: room('step-by-step'),
      },
      {
        name: 'Step by Step, in the library',
        recurrence: { every: 'week', interval: 1, days: [6] },
        time: '10:00',
        minutes: 75,
        zone: 'America/New_York',
        placeName: 'Invented Library, room 2',
        address: '1 Invented Street',
        town: 'Philadelphia',
      },
    ],
  },
  {
    group: {
      ...nobodyInParticular,
      name: 'Slow and Steady',
      kind: 'skills',
      summary:
        'For people who cut down step by step. We plan, we look at what got in the way, nobody counts for you.',
      purposes: ['cut_down', 'unsure'],
      spirituality: 'secular',
      online: true,
      inPerson: false,
    },
    host: 'quiet-kettle',
    members: ['salt-and-fern', 'marigold'],
    meetings: [
      {
        name: 'Slow and Steady',
        recurrence: { every: 'week', interval: 1, days: [2, 4] },
        time: '19:30',
        minutes: 75,
        zone: 'Europe/Berlin',
        onlineUrl: room('slow-and-steady'),
      },
    ],
  },
  {
    group: {
      ...nobodyInParticular,
      name: 'Quiet Evening Yoga',
      kind: 'holistic',
      summary:
        'Chair or floor, half an hour of slow movement, then rest, then words for those who want them.',
      purposes: ['stop', 'cut_down', 'stay_stopped', 'unsure'],
      spirituality: 'optional',
      practices: ['yoga', 'meditation'],
      online: true,
      inPerson: false,
    },
    host: 'marigold',
    members: ['quiet-kettle', 'moss-lantern', 'heron-on-ice'],
    meetings: [
      {
        name: 'Quiet Evening Yoga',
        recurrence: { every: 'week', interval: 1, days: [1, 3, 5, 7] },
        time: '20:00',
        minutes: 75,
        zone: 'America/Chicago',
        onlineUrl: room('quiet-evening'),
        notes: 'A blanket and a chair. Leave out whatever hurts.',
      },
    ],
  },
  {
    group: {
      ...nobodyInParticular,
      name: 'Last Sunday Walk',
      kind: 'holistic',
      summary: 'Once a month, five slow kilometres along the water. Half of it silent. Two hosts, no lifts.',
      purposes: ['stop', 'cut_down', 'stay_stopped', 'unsure'],
      spirituality: 'secular',
      practices: ['walk'],
      online: false,
      inPerson: true,
      placeName: 'Portland',
      zone: 'America/Los_Angeles',
    },
    host: 'heron-on-ice',
    members: ['okapi'],
    meetings: [
      {
        name: 'Last Sunday Walk',
        recurrence: { every: 'month', weeks: [-1], day: 7 },
        time: '10:30',
        minutes: 75,
        zone: 'America/Los_Angeles',
        placeName: 'The stone bench at the north gate',
        address: 'Invented Park',
        town: 'Portland',
        notes: 'We walk in light rain. In storms we meet online instead.',
        format: 'nature_walk',
        meetingPoint: 'The stone bench at the north gate, beside the map board.',
        distanceKm: 5,
        terrain: 'path',
        access: ['children'],
      },
    ],
  },
  {
    group: {
      ...nobodyInParticular,
      name: 'Beside Somebody',
      kind: 'family',
      summary: 'For those who live with or love somebody who is leaving kratom.',
      purposes: ['unsure'],
      spirituality: 'optional',
      circles: ['family'],
      online: true,
      inPerson: false,
    },
    host: 'sisters-lamp',
    members: ['juniper'],
    meetings: [
      {
        name: 'Beside Somebody',
        recurrence: { every: 'week', interval: 2, days: [3] },
        time: '20:30',
        minutes: 60,
        zone: 'America/New_York',
        onlineUrl: room('beside'),
      },
    ],
  },
  {
    group: {
      ...nobodyInParticular,
      name: 'Night Writers',
      kind: 'discussion',
      summary: 'We have no meetings. We write to each other, mostly when everybody else sleeps.',
      purposes: ['stop', 'cut_down', 'stay_stopped', 'unsure'],
      spirituality: 'secular',
      online: true,
      inPerson: false,
    },
    host: 'okapi',
    members: ['wren', 'paper-boat', 'quiet-kettle', 'salt-and-fern'],
    meetings: [],
  },
]
