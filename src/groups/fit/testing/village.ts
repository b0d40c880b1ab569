import type { GroupKind } from '../../index.ts'
import { type FitAnswers, noAnswers, type Place } from '../answers.ts'
import type { FitCandidate, FitGroup, FitStart } from '../candidate.ts'

/** A Sunday noon, the moment at which everybody in the village asks. */
export const now = Temporal.Instant.from('2026-11-22T12:00:00Z')

export const philadelphia: Place = { name: 'Philadelphia', lat: 39.9526, lng: -75.1652 }
export const denver: Place = { name: 'Denver', lat: 39.7392, lng: -104.9903 }

const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

/** 'Tue 19:00' in a zone, in the week that begins on the Monday after now. */
function startAt(when: string, zone: string): Temporal.Instant {
  const [day = '', time = ''] = when.split(' ')
  const date = Temporal.PlainDate.from('2026-11-23').add({ days: days.indexOf(day) })
  return date.toZonedDateTime({ timeZone: zone, plainTime: time }).toInstant()
}

interface Sketch extends Partial<Omit<FitGroup, 'kind' | 'name'>> {
  meets?: string[]
  zone?: string
  at?: Place
  nextAt?: string
  lastPost?: string
  posts?: number
  days?: number[]
}

let lastId = 0

export function group(name: string, kind: GroupKind, sketch: Sketch = {}): FitCandidate {
  const {
    meets = [],
    zone = 'America/New_York',
    at,
    nextAt,
    lastPost,
    posts = 0,
    days: present,
    ...about
  } = sketch
  const online = about.online ?? !about.inPerson
  const inPerson = about.inPerson ?? false
  const starts = meets.map(
    (when): FitStart => ({
      at: startAt(when, zone),
      online,
      inPerson,
      lat: at?.lat ?? null,
      lng: at?.lng ?? null,
    }),
  )
  lastId += 1
  return {
    group: {
      id: String(lastId),
      slug: name.toLowerCase().replaceAll(' ', '-'),
      name,
      kind,
      purposes: [],
      spirituality: kind === 'twelve_step' ? 'spiritual' : 'secular',
      languages: ['en'],
      circles: [],
      practices: [],
      placeName: at?.name ?? null,
      sourceKey: null,
      createdAt: Temporal.Instant.from('2025-06-01T12:00:00Z'),
      ...about,
      online,
      inPerson,
    },
    starts,
    nextAt: nextAt ? Temporal.Instant.from(nextAt) : (starts[0]?.at ?? null),
    lastPostAt: lastPost ? Temporal.Instant.from(lastPost) : null,
    postsIn30Days: posts,
    days: present ?? [],
  }
}

export const village: FitCandidate[] = [
  group('Step One', 'twelve_step', {
    purposes: ['stop', 'stay_stopped'],
    meets: ['Mon 19:00', 'Wed 19:00', 'Fri 19:00'],
    lastPost: '2026-11-21T02:00:00Z',
    posts: 30,
    days: [2, 5, 40, 300],
  }),
  group('Steps Without Creed', 'twelve_step', {
    purposes: ['stop', 'stay_stopped'],
    spirituality: 'secular',
    meets: ['Tue 20:00'],
    lastPost: '2026-11-20T02:00:00Z',
    posts: 8,
  }),
  group('First Week Together', 'discussion', {
    purposes: ['stop'],
    meets: ['Mon 20:00', 'Tue 20:00', 'Thu 20:00', 'Sun 20:00'],
    lastPost: '2026-11-22T08:00:00Z',
    posts: 90,
    days: [1, 3, 4, 6],
  }),
  group('Down Slowly', 'discussion', {
    purposes: ['cut_down', 'unsure'],
    meets: ['Wed 18:30'],
    lastPost: '2026-11-21T20:00:00Z',
    posts: 22,
  }),
  group('Night Watch', 'discussion', {
    meets: ['Mon 02:00', 'Tue 02:00', 'Wed 02:00', 'Thu 02:00', 'Fri 02:00', 'Sat 02:00', 'Sun 02:00'],
    lastPost: '2026-11-22T07:00:00Z',
    posts: 120,
    days: [2, 3, 9, 15],
  }),
  group('The Written Room', 'discussion', {
    lastPost: '2026-11-22T10:00:00Z',
    posts: 60,
    days: [3, 12, 200],
  }),
  group('Toolbox', 'skills', {
    purposes: ['stop', 'cut_down', 'stay_stopped'],
    meets: ['Tue 12:30', 'Thu 12:30'],
    lastPost: '2026-11-19T10:00:00Z',
    posts: 6,
  }),
  group('Taper Toolbox', 'skills', {
    purposes: ['cut_down'],
    meets: ['Sat 10:00'],
    lastPost: '2026-11-18T10:00:00Z',
    posts: 4,
  }),
  group('Quiet Evening Yoga', 'holistic', {
    practices: ['yoga', 'meditation'],
    meets: ['Mon 20:00', 'Thu 20:00'],
    lastPost: '2026-11-15T10:00:00Z',
    posts: 3,
  }),
  group('Sitting Together', 'holistic', {
    practices: ['meditation'],
    spirituality: 'spiritual',
    meets: ['Mon 07:00', 'Wed 07:00', 'Fri 07:00'],
    posts: 0,
  }),
  group('Wissahickon Walk', 'holistic', {
    practices: ['walk'],
    inPerson: true,
    at: philadelphia,
    meets: ['Sat 09:00'],
  }),
  group('Denver Ridge Walk', 'holistic', {
    practices: ['walk'],
    inPerson: true,
    at: denver,
    zone: 'America/Denver',
    meets: ['Sun 09:00'],
  }),
  group('First Sunday Walk', 'holistic', {
    practices: ['walk'],
    inPerson: true,
    online: true,
    nextAt: '2026-12-06T14:00:00Z',
  }),
  group('Women at Seven', 'discussion', {
    circles: ['women'],
    meets: ['Tue 19:00'],
    lastPost: '2026-11-21T10:00:00Z',
    posts: 12,
  }),
  group('Rainbow Room', 'discussion', {
    circles: ['lgbtq'],
    meets: ['Wed 19:00'],
    lastPost: '2026-11-21T10:00:00Z',
    posts: 9,
  }),
  group('Mothers Leaving Kratom', 'discussion', {
    circles: ['women', 'parents'],
    meets: ['Wed 10:00'],
    posts: 5,
    lastPost: '2026-11-20T10:00:00Z',
  }),
  group('Parents After Bedtime', 'discussion', {
    circles: ['parents'],
    meets: ['Thu 21:00'],
    posts: 5,
    lastPost: '2026-11-20T10:00:00Z',
  }),
  group('Vets Off Kratom', 'twelve_step', { circles: ['veterans'], meets: ['Sun 18:00'] }),
  group('Pain and Patience', 'skills', { circles: ['chronic_pain'], meets: ['Wed 15:00'] }),
  group('Those Beside Them', 'family', { meets: ['Thu 19:00'], lastPost: '2026-11-20T10:00:00Z', posts: 7 }),
  group('Grupo Libre', 'discussion', { languages: ['es'], meets: ['Tue 19:00'] }),
  group('Zurück ins Leben', 'discussion', { languages: ['de'], zone: 'Europe/Berlin', meets: ['Tue 19:00'] }),
  group('London Lunch Hour', 'discussion', {
    zone: 'Europe/London',
    meets: ['Mon 13:00', 'Wed 13:00'],
    posts: 4,
    lastPost: '2026-11-20T10:00:00Z',
  }),
  group('Broad Street Steps', 'twelve_step', {
    inPerson: true,
    at: philadelphia,
    meets: ['Mon 18:00', 'Tue 18:00', 'Sat 10:00'],
    sourceKey: 'feed:Broad Street Steps',
    languages: [],
  }),
  group('The Old Circle', 'discussion', { purposes: ['stop'], lastPost: '2026-08-01T10:00:00Z' }),
  group('Yoga by the River', 'holistic', { practices: ['yoga'] }),
]

export function person(told: Partial<FitAnswers>): FitAnswers {
  return { ...noAnswers, zone: 'America/New_York', language: 'en', ...told }
}
