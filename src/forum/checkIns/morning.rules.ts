/** From when on it is morning: those who cannot sleep are still in their night at three. */
const morningHour = 5

/** The date for which a check-in thread is due where the space is; undefined while it is still night there. */
export function morningIn(zone: string, now: Temporal.Instant): Temporal.PlainDate | undefined {
  const there = now.toZonedDateTimeISO(zone)
  return there.hour < morningHour ? undefined : there.toPlainDate()
}
