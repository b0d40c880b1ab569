/** "22:30" -> 1350. Undefined for anything that is no time of day. */
export function readMinute(typed: unknown): number | undefined {
  const [, hour, minute] = /^(\d{1,2}):(\d{2})$/.exec(typeof typed === 'string' ? typed.trim() : '') ?? []
  if (hour === undefined || Number(hour) > 23 || Number(minute) > 59) return undefined
  return Number(hour) * 60 + Number(minute)
}

export function writeMinute(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}
