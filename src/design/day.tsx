import { useVisit } from '../platform/visit.ts'

/** A day in words, such as a day of review. */
export function Day({ on }: { on: Temporal.PlainDate }) {
  const { locale } = useVisit()
  return <time datetime={on.toString()}>{on.toLocaleString(locale, { dateStyle: 'long' })}</time>
}
