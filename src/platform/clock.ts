/** The one place that reads the real time. Everything else is handed `now`. */
export function now(): Temporal.Instant {
  return Temporal.Now.instant()
}

const supported = new Set(Intl.supportedValuesOf('timeZone').concat('UTC'))

/** Whether a name is a zone of the IANA database, in its exact spelling or as an alias that Intl knows. */
export function isZone(name: string): boolean {
  if (supported.has(name)) return true
  // "+05:00" is accepted by Intl but is no zone: it knows no clock change.
  if (!/^[A-Za-z][A-Za-z0-9_+\-/]{1,60}$/.test(name)) return false
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}
