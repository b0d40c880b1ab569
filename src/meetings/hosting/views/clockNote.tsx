import { formatTime, Notice } from '../../../design/index.ts'
import type { ClockTrouble } from '../../recurrence/clockChanges.ts'
import { useT } from '../messages.ts'

interface ClockNoteProps {
  troubles: ClockTrouble[]
  zone: string
  /** The wall time that the rule gives. */
  time: string
}

/** Says on which dates the clock there skips the meeting's time or says it twice, and what holds then. */
export function ClockNote({ troubles, zone, time }: ClockNoteProps) {
  const t = useT()
  const { locale } = t
  if (troubles.length === 0) return null
  const wall = (plain: string) =>
    formatTime({
      at: Temporal.PlainDateTime.from(`2024-01-01T${plain}`).toZonedDateTime('UTC').toInstant(),
      zone: 'UTC',
      locale,
      format: { hour: 'numeric', minute: '2-digit' },
    })
  return (
    <Notice kind="warn">
      {troubles.slice(0, 2).map(({ onDate, kind, startsAt }) => (
        <p key={String(onDate)}>
          {t(`clock.${kind}`, {
            date: formatTime({ at: startsAt, zone, locale, format: { dateStyle: 'long' } }),
            time: wall(time),
            starts: formatTime({
              at: startsAt,
              zone,
              locale,
              format: { hour: 'numeric', minute: '2-digit' },
            }),
          })}
        </p>
      ))}
    </Notice>
  )
}
