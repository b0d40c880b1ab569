import type { Json } from '../records/state.ts'
import type { Level } from './entries.ts'

type Typed = Map<string, string[]>
type Fields = Record<string, Json>

const one = (typed: Typed, name: string): string | null => typed.get(name)?.[0] ?? null

/** A number from what was typed, with a comma or a point; undefined where it is none, null where nothing was typed. */
export function numberIn(typed: Typed, name: string, most: number): number | null | undefined {
  const text = one(typed, name)
  if (text === null) return null
  const value = Number(text.replace(',', '.'))
  return /^\d{1,6}([.,]\d{1,3})?$/.test(text) && value <= most ? value : undefined
}

/** @param mood whether the slider was touched: an untouched one is no answer */
export function checkinFrom(typed: Typed, at: string, mood: boolean): Fields {
  const levels: Record<string, Level> = {}
  for (const [name, [value = '']] of typed)
    if (name.startsWith('level.') && /^[0-4]$/.test(value)) levels[name.slice(6)] = Number(value) as Level
  return {
    at,
    levels,
    signs: typed.get('signs') ?? [],
    mood: mood ? (numberIn(typed, 'mood', 10) ?? null) : null,
    bed: one(typed, 'bed'),
    asleep: one(typed, 'asleep'),
    awakeMinutes: numberIn(typed, 'awakeMinutes', 900) ?? null,
    up: one(typed, 'up'),
    note: one(typed, 'note') ?? '',
  }
}

export function cravingFrom(typed: Typed, at: string): Fields {
  const own = one(typed, 'helpedOwn')
  return {
    at,
    strength: numberIn(typed, 'strength', 10) ?? 0,
    place: one(typed, 'place'),
    trigger: one(typed, 'trigger'),
    helped: [...(typed.get('helped') ?? []), ...(own ? [own] : [])],
    minutes: numberIn(typed, 'minutes', 1440) ?? null,
    used: one(typed, 'used') === 'yes',
    note: one(typed, 'note') ?? '',
  }
}

/** Danger signs that need somebody now, today, or a person to talk to. Sources: RF1 to RF7 of the clinical facts. */
export type Flag = 'life' | 'emergency' | 'today'

const flagOfSign: Record<string, Flag> = {
  life: 'life',
  body: 'emergency',
  breath: 'emergency',
  confused: 'emergency',
  liver: 'today',
  fluids: 'today',
}

/** The flags of a check-in, the gravest first. Seeing or hearing things, and being sure that others mean harm, are two. */
export function flagsOf(signs: string[], levels: Partial<Record<string, number>>): Flag[] {
  const flags = new Set(signs.flatMap((sign) => flagOfSign[sign] ?? []))
  if ((levels.hallucinations ?? 0) >= 1 || (levels.paranoia ?? 0) >= 3) flags.add('emergency')
  return (['life', 'emergency', 'today'] as const).filter((flag) => flags.has(flag))
}
