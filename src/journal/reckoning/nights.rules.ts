/** One night as somebody wrote it down: wall times, `23:10`. */
interface NightTimes {
  bed: string | null
  asleep: string | null
  awakeMinutes: number | null
  up: string | null
}

export interface Night {
  inBedMinutes: number
  asleepMinutes: number
  /** Minutes until sleep came. */
  waitedMinutes: number
  /** Asleep out of in bed, from 0 to 1. */
  efficiency: number
}

const dayMinutes = 24 * 60

/** The night from its four figures; undefined where one is missing or they do not go together. Midnight may lie anywhere in it. */
export function nightOf({ bed, asleep, awakeMinutes, up }: NightTimes): Night | undefined {
  const [bedAt, asleepAt, upAt] = [bed, asleep, up].map(minutesOf)
  if (bedAt === undefined || asleepAt === undefined || upAt === undefined) return undefined
  const waitedMinutes = after(bedAt, asleepAt)
  const inBedMinutes = after(bedAt, upAt)
  const asleepMinutes = inBedMinutes - waitedMinutes - (awakeMinutes ?? 0)
  if (inBedMinutes === 0 || waitedMinutes > inBedMinutes || asleepMinutes < 0) return undefined
  return { inBedMinutes, asleepMinutes, waitedMinutes, efficiency: asleepMinutes / inBedMinutes }
}

function minutesOf(time: string | null): number | undefined {
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time ?? '') ?? []
  return hours === undefined ? undefined : Number(hours) * 60 + Number(minutes)
}

function after(from: number, to: number): number {
  return (to - from + dayMinutes) % dayMinutes
}
