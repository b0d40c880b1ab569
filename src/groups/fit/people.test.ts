import { describe, expect, test } from 'vitest'
import type { FitAnswers } from './answers.ts'
import { type Fit, rankGroups } from './rules.ts'
import { denver, group, now, person, philadelphia, village } from './testing/village.ts'

function fitsOf(told: Partial<FitAnswers>): Fit[] {
  return rankGroups(person(told), village, now)
}

interface Invented {
  who: string
  told: Partial<FitAnswers>
  /** A careful peer would name this first … */
  first: string
  /** … and would be glad to see these among the first three or four. */
  soon?: string[]
  /** A careful peer would not send this person there. */
  never?: string[]
}

const evenings: FitAnswers['free'] = ['weekday_evening']
const people: Invented[] = [
  {
    who: 'day 3, evenings, wants to talk, no religion',
    told: {
      purpose: 'stop',
      likes: ['discussion'],
      spirit: 'prefer_not',
      way: 'online',
      free: evenings,
      day: 3,
    },
    first: 'First Week Together',
    never: ['Women at Seven', 'Those Beside Them', 'Rainbow Room'],
  },
  {
    who: 'wants the steps and a spiritual side, evenings',
    told: { purpose: 'stop', likes: ['twelve_step'], spirit: 'welcome', way: 'online', free: evenings },
    first: 'Step One',
  },
  {
    who: 'wants the steps but no creed',
    told: { purpose: 'stop', likes: ['twelve_step'], spirit: 'prefer_not', way: 'online', free: evenings },
    first: 'Steps Without Creed',
  },
  {
    who: 'cuts down and wants to talk about it',
    told: { purpose: 'cut_down', likes: ['discussion'], way: 'online' },
    first: 'Down Slowly',
  },
  {
    who: 'cuts down, likes tools, has Saturday mornings',
    told: { purpose: 'cut_down', likes: ['skills'], free: ['weekend_morning'], way: 'online' },
    first: 'Taper Toolbox',
  },
  {
    who: 'not sure yet, wants to listen in the evening',
    told: { purpose: 'unsure', likes: ['discussion'], free: evenings, way: 'online' },
    first: 'Down Slowly',
  },
  {
    who: 'awake at two in the morning',
    told: {
      purpose: 'stop',
      likes: ['discussion'],
      free: ['weekday_night', 'weekend_night'],
      way: 'online',
      day: 2,
    },
    first: 'Night Watch',
  },
  {
    who: 'cuts down, likes steps, and hears that such groups mostly aim at stopping',
    told: { purpose: 'cut_down', likes: ['twelve_step', 'discussion'], way: 'both', place: philadelphia },
    first: 'Down Slowly',
  },
  {
    who: 'stayed stopped for a year, works the steps',
    told: {
      purpose: 'stay_stopped',
      likes: ['twelve_step'],
      spirit: 'either',
      way: 'online',
      free: evenings,
    },
    first: 'Step One',
  },
  {
    who: 'likes yoga after work',
    told: { likes: ['yoga'], free: evenings, way: 'online' },
    first: 'Quiet Evening Yoga',
  },
  {
    who: 'meditates before work, spirit welcome',
    told: { likes: ['meditation'], spirit: 'welcome', free: ['weekday_morning'], way: 'online' },
    first: 'Sitting Together',
  },
  {
    who: 'meditates, but no spiritual words',
    told: { likes: ['meditation'], spirit: 'prefer_not', way: 'online' },
    first: 'Quiet Evening Yoga',
  },
  {
    who: 'walks in Philadelphia at the weekend',
    told: { likes: ['walk'], way: 'in_person', place: philadelphia, free: ['weekend_morning'] },
    first: 'Wissahickon Walk',
  },
  {
    who: 'walks in Denver',
    told: {
      likes: ['walk'],
      way: 'in_person',
      place: denver,
      zone: 'America/Denver',
      free: ['weekend_morning'],
    },
    first: 'Denver Ridge Walk',
  },
  {
    who: 'wants the steps in a room in Philadelphia after work',
    told: { purpose: 'stop', likes: ['twelve_step'], way: 'in_person', place: philadelphia, free: evenings },
    first: 'Broad Street Steps',
  },
  {
    who: 'a woman who asked for women, evenings',
    told: { purpose: 'stop', likes: ['discussion'], circles: ['women'], free: evenings, way: 'online' },
    first: 'Women at Seven',
    soon: ['First Week Together'],
    never: ['Mothers Leaving Kratom'],
  },
  {
    who: 'a mother at home in the mornings',
    told: { circles: ['women', 'parents'], free: ['weekday_morning'], way: 'online' },
    first: 'Mothers Leaving Kratom',
  },
  {
    who: 'a father after bedtime',
    told: { circles: ['parents'], free: evenings, way: 'online', likes: ['discussion'] },
    first: 'Parents After Bedtime',
    never: ['Mothers Leaving Kratom', 'Women at Seven'],
  },
  {
    who: 'a veteran with free Sundays',
    told: { circles: ['veterans'], free: ['weekend_evening'], way: 'online' },
    first: 'Vets Off Kratom',
  },
  {
    who: 'lives with chronic pain, afternoons',
    told: { circles: ['chronic_pain'], free: ['weekday_afternoon'], way: 'online', likes: ['skills'] },
    first: 'Pain and Patience',
    soon: ['Toolbox'],
  },
  {
    who: 'gay and looking for the like',
    told: { circles: ['lgbtq'], likes: ['discussion'], free: evenings, way: 'online' },
    first: 'Rainbow Room',
  },
  {
    who: 'a wife who worries about her husband',
    told: { circles: ['family'], free: evenings, way: 'online' },
    first: 'Those Beside Them',
  },
  {
    who: 'speaks Spanish',
    told: { language: 'es', likes: ['discussion'], free: evenings, way: 'online' },
    first: 'Grupo Libre',
  },
  {
    who: 'speaks German and lives in Berlin',
    told: { language: 'de', zone: 'Europe/Berlin', free: evenings, way: 'online' },
    first: 'Zurück ins Leben',
  },
  {
    who: 'a Londoner with lunch hours',
    told: { zone: 'Europe/London', free: ['weekday_afternoon'], likes: ['discussion'], way: 'online' },
    first: 'London Lunch Hour',
  },
  {
    who: 'in Kolkata, early mornings, wants to talk about stopping',
    told: {
      zone: 'Asia/Kolkata',
      purpose: 'stop',
      likes: ['discussion'],
      free: ['weekday_morning'],
      way: 'online',
    },
    first: 'First Week Together',
  },
]

describe('what a careful peer would recommend', () => {
  test.each(people)('$who', ({ told, first, soon = [], never = [] }) => {
    const fits = fitsOf(told)
    const names = fits.map((fit) => fit.group.name)
    expect(names[0]).toBe(first)
    expect(fits[0]?.fitsWell).toBe(true)
    for (const name of soon) expect(names.slice(0, 4)).toContain(name)
    for (const name of never) expect(names).not.toContain(name)
  })

  test('everybody is told why, and what does not fit', () => {
    for (const { told } of people) {
      for (const fit of fitsOf(told)) {
        if (fit.fitsWell) expect(fit.reasons.length, fit.group.name).toBeGreaterThan(0)
        else expect(fit.drawbacks.length, fit.group.name).toBeGreaterThan(0)
      }
    }
  })
})

describe('groups from other directories', () => {
  const listed = group('Listed', 'twelve_step', {
    sourceKey: 'feed:Listed',
    languages: [],
    meets: ['Mon 19:00', 'Tue 19:00', 'Wed 19:00', 'Thu 19:00', 'Fri 19:00'],
  })
  const own = group('Own', 'twelve_step', { meets: ['Mon 19:00', 'Wed 19:00'] })

  test('come after a group of our own that suits as well', () => {
    const told = person({ purpose: 'stop', likes: ['twelve_step'], way: 'online' })
    expect(rankGroups(told, [listed, own], now).map((fit) => fit.group.name)).toEqual(['Own', 'Listed'])
  })

  test('are not said to welcome every aim, and say where they come from', () => {
    const [fit] = rankGroups(person({ purpose: 'cut_down' }), [listed], now)
    expect(fit?.fitsWell).toBe(false)
    expect(fit?.reasons.map((remark) => remark.say)).not.toContain('every_aim')
    expect(fit?.drawbacks.map((remark) => remark.say)).toEqual(['steps_aim', 'listed_elsewhere'])
  })
})

describe('nobody is sent into an empty room', () => {
  test('a group without meetings and posts is named quiet and never called a fit', () => {
    const fits = fitsOf({ likes: ['yoga'] })
    const quiet = fits.find((fit) => fit.group.name === 'Yoga by the River')
    expect(quiet?.fitsWell).toBe(false)
    expect(quiet?.drawbacks.map((remark) => remark.say)).toContain('quiet')
    expect(fits.indexOf(quiet as Fit)).toBeGreaterThan(0)
  })

  test('a group of four weeks is new and not quiet, and stands behind those where somebody is', () => {
    const about = { purposes: ['cut_down' as const], practices: ['yoga' as const] }
    const founded = (days: number, sourceKey: string | null = null) => {
      const one = group(`Yoga for ${days} days`, 'holistic', about)
      const createdAt = now.subtract({ hours: 24 * days })
      return { ...one, group: { ...one.group, sourceKey, createdAt } }
    }
    const alive = group('Yoga alive', 'holistic', { ...about, lastPost: '2026-11-21T12:00:00Z', posts: 1 })
    const wants = person({ purpose: 'cut_down', likes: ['yoga'] })
    const fits = rankGroups(wants, [founded(27), alive, founded(29)], now)
    expect(fits.map((fit) => fit.group.name)).toEqual(['Yoga alive', 'Yoga for 27 days', 'Yoga for 29 days'])
    expect(fits[1]).toMatchObject({ fitsWell: true, drawbacks: [] })
    expect(fits[1]?.asides.map((remark) => remark.say)).toEqual(['new'])
    expect(fits[1]?.reasons.map((remark) => remark.say)).not.toContain('new')
    expect(fits[2]?.drawbacks.map((remark) => remark.say)).toContain('quiet')
    // The day a list was first read says nothing about its groups.
    const [listed] = rankGroups(wants, [founded(3, 'feed: A')], now)
    expect(listed?.drawbacks.map((remark) => remark.say)).toContain('quiet')
  })

  test('a monthly walk is not quiet in the weeks between', () => {
    const walk = fitsOf({ likes: ['walk'] }).find((fit) => fit.group.name === 'First Sunday Walk')
    expect(walk?.fitsWell).toBe(true)
    expect(walk?.reasons.map((remark) => remark.say)).toContain('next_later')
  })

  test('when nothing fits, nothing is called a fit and the nearest come with their drawbacks', () => {
    const fits = fitsOf({
      likes: ['walk'],
      way: 'in_person',
      place: { name: 'Reykjavík', lat: 64.15, lng: -21.95 },
    })
    expect(fits.every((fit) => !fit.fitsWell && fit.drawbacks.some((remark) => remark.serious))).toBe(true)
    expect(fits.length).toBeGreaterThan(3)
  })
})
