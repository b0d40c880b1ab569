/** The wall clock here, as `2026-11-22T03:40`. */
export function wallNow(): string {
  const now = new Date()
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}
