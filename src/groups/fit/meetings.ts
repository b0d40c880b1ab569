import type { FitAnswers, Slot } from './answers.ts'
import type { FitCandidate, FitStart, Remark } from './candidate.ts'
import { distanceKm } from './distance.ts'

/** How far most people will travel every week, in kilometres. */
const nearKm = 40
const closeKm = 10

type SlotOf = (at: Temporal.Instant) => Slot

export function remarksOnWay(answers: FitAnswers, candidate: FitCandidate): Remark[] {
  const { group, starts } = candidate
  const online = group.online || starts.some((start) => start.online)
  const inPerson = group.inPerson || starts.some((start) => start.inPerson)
  if (answers.way === 'online')
    return online ? [{ say: 'online', points: 10 }] : [{ say: 'only_in_person', points: -30, serious: true }]
  if (answers.way === 'in_person')
    return inPerson
      ? remarksOnPlace(answers, candidate)
      : [{ say: 'only_online', points: -30, serious: true }]
  const onPlace = inPerson ? remarksOnPlace(answers, candidate) : []
  if (!online) return onPlace
  // Too far to go is no drawback where one can also come online.
  return [{ say: 'online', points: 8 }, ...onPlace.filter((remark) => remark.points > 0)]
}

function remarksOnPlace(answers: FitAnswers, candidate: FitCandidate): Remark[] {
  const where = candidate.group.placeName ?? ''
  if (!answers.place) {
    return [{ say: 'town_untold', values: { where }, points: -6, serious: true }]
  }
  const kilometres = nearestKm(answers.place, candidate.starts)
  if (kilometres === undefined) {
    const named = where.toLocaleLowerCase().includes(answers.place.name.toLocaleLowerCase())
    return named
      ? [{ say: 'in_town', values: { town: answers.place.name }, points: 10 }]
      : [{ say: 'place_unknown', values: { where }, points: -6, serious: true }]
  }
  const values = { km: kilometres < 1 ? 1 : Math.round(kilometres), town: answers.place.name }
  if (kilometres <= nearKm) return [{ say: 'near', values, points: kilometres <= closeKm ? 20 : 14 }]
  return [{ say: 'far', values, points: -30, serious: true }]
}

function nearestKm(place: { lat: number; lng: number }, starts: FitStart[]): number | undefined {
  let nearest: number | undefined
  for (const { inPerson, lat, lng } of starts) {
    if (!inPerson || lat === null || lng === null) continue
    const kilometres = distanceKm(place, { lat, lng })
    if (nearest === undefined || kilometres < nearest) nearest = kilometres
  }
  return nearest
}

/** Meetings of the coming week that this person could go to, by way and distance. */
function reachable(answers: FitAnswers, starts: FitStart[]): FitStart[] {
  const { way, place } = answers
  return starts.filter(({ online, inPerson, lat, lng }) => {
    if (online && way !== 'in_person') return true
    if (!inPerson || way === 'online') return false
    if (!place) return way === 'in_person'
    return lat === null || lng === null || distanceKm(place, { lat, lng }) <= nearKm
  })
}

export function fittingStarts(answers: FitAnswers, candidate: FitCandidate, slotOf: SlotOf): FitStart[] {
  const within = reachable(answers, candidate.starts)
  return answers.free.length === 0
    ? within
    : within.filter((start) => answers.free.includes(slotOf(start.at)))
}

const pointsForMeetings = [0, 20, 24, 27, 29, 30]

export function remarksOnTimes(answers: FitAnswers, candidate: FitCandidate, slotOf: SlotOf): Remark[] {
  const fitting = fittingStarts(answers, candidate, slotOf)
  if (fitting.length > 0) {
    const points = pointsForMeetings[Math.min(fitting.length, 5)] ?? 0
    return [
      { say: 'meetings', values: { count: fitting.length, when: whenOf(answers, fitting, slotOf) }, points },
    ]
  }
  if (candidate.starts.length > 0) {
    // Too far or the other way round has been said already; here only what the clock says.
    const missed = reachable(answers, candidate.starts).length > 0
    return missed ? [{ say: 'not_when_free', points: 0, serious: true }] : []
  }
  const { nextAt } = candidate
  if (!nextAt) return []
  const at = { at: nextAt.toString() }
  if (answers.free.length > 0 && !answers.free.includes(slotOf(nextAt)))
    return [{ say: 'not_when_free', points: 0, serious: true }]
  return [{ say: 'next_later', values: at, points: 12 }]
}

/** "your evenings" when all of them lie in one part of the day, else "when you are free". */
function whenOf(answers: FitAnswers, fitting: FitStart[], slotOf: SlotOf): string {
  if (answers.free.length === 0) return 'week'
  const parts = new Set(fitting.map((start) => slotOf(start.at).replace(/^.*_/, '')))
  const [part] = parts
  return parts.size === 1 && part ? part : 'free'
}
