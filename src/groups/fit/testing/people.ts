import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { type Circle, type Purpose, purposes } from '../../index.ts'
import { type FitAnswers, type Like, likes, type Slot, spirits, ways } from '../answers.ts'
import { denver, person, philadelphia } from './village.ts'

export interface InventedPerson {
  who: string
  told: FitAnswers
  /** The group that a careful peer wants them to see among the first three. */
  expects: string
  /** Weights may be tuned on one half; they are judged on the other. */
  half: 'tuned' | 'judged'
}

const towns = { philadelphia, denver }
const townZones = { philadelphia: 'America/New_York', denver: 'America/Denver' }
const spans = { w: 'weekday', s: 'weekend' } as const
const parts = { m: 'morning', a: 'afternoon', e: 'evening', n: 'night' } as const

/** Reads the table of invented people. Throws where a cell is none of our answers. */
export function readPeople(): InventedPerson[] {
  const rows = readFileSync(new URL('./people.md', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| who '))
  return rows.map((line) => {
    const cells = line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim())
    const [who = '', purpose, liked, spirit, way, from = '-', free, language, circles, day, expects = ''] =
      cells
    const town = from === 'philadelphia' || from === 'denver' ? from : undefined
    return {
      who,
      expects,
      half: createHash('sha256').update(who).digest().readUInt8(0) % 2 === 0 ? 'tuned' : 'judged',
      told: person({
        purpose: oneOf<Purpose>(purposes, purpose) ?? null,
        likes: list(liked).map((like) => oneOf<Like>(likes, like) ?? fail(like)),
        spirit: oneOf(spirits, spirit) ?? 'either',
        way: oneOf(ways, way) ?? 'both',
        place: town ? towns[town] : null,
        zone: town ? townZones[town] : from === '-' ? 'America/New_York' : from,
        free: list(free).map(slotOf),
        language: language === '-' ? null : (language ?? null),
        circles: list(circles) as Circle[],
        day: day === '-' ? null : Number(day),
      }),
    }
  })
}

function list(cell = '-'): string[] {
  return cell === '-' ? [] : cell.split(',')
}

function oneOf<T extends string>(known: readonly T[], cell = '-'): T | undefined {
  if (cell === '-') return undefined
  return known.find((one) => one === cell) ?? fail(cell)
}

function slotOf(code: string): Slot {
  const span = spans[code[0] as keyof typeof spans]
  const part = parts[code[1] as keyof typeof parts]
  return span && part ? `${span}_${part}` : fail(code)
}

function fail(cell: string): never {
  throw new Error(`“${cell}” is none of the answers.`)
}
