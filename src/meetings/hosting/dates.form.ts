import * as v from 'valibot'
import { clockTime } from '../feeds/clock.ts'
import { type DateChange, isDateOf } from '../recurrence/changes.ts'
import type { Schedule } from '../recurrence/recurrence.ts'
import { date, isDate, text } from './fields.ts'

export const dateKinds = ['cancelled', 'moved', 'note', 'back'] as const

const optionalTime = v.pipe(
  v.optional(v.string(), ''),
  v.trim(),
  v.transform((given) => (given === '' ? null : (clockTime(given) ?? 'unreadable'))),
  v.check((given) => given !== 'unreadable', 'mistake.time'),
)

/** What a host says about one date of their meeting. */
export function dateForm(schedule: Schedule, onDate: Temporal.PlainDate, today: Temporal.PlainDate) {
  const movedTo = ({ newDate, newTime }: { newDate: string; newTime: string | null }) => ({
    // What is no date has its own sentence.
    date: isDate(newDate) ? Temporal.PlainDate.from(newDate) : onDate,
    time: newTime ?? schedule.time,
  })
  return v.pipe(
    v.object({
      kind: v.picklist(dateKinds, 'mistake.dateKind'),
      newDate: date,
      newTime: optionalTime,
      note: text(1000),
    }),
    v.forward(
      v.partialCheck(
        [['kind'], ['note']],
        ({ kind, note }) => kind !== 'note' || note !== null,
        'mistake.note',
      ),
      ['note'],
    ),
    v.forward(
      v.partialCheck(
        [['kind'], ['newDate'], ['newTime']],
        (said) => {
          const to = movedTo(said)
          return said.kind !== 'moved' || !to.date.equals(onDate) || to.time !== schedule.time
        },
        'mistake.movedWhere',
      ),
      ['newDate'],
    ),
    v.forward(
      v.partialCheck(
        [['kind'], ['newDate'], ['newTime']],
        (said) => {
          const to = movedTo(said)
          const isTaken = !to.date.equals(onDate) && isDateOf(schedule, to.date) && to.time === schedule.time
          return said.kind !== 'moved' || !isTaken
        },
        'mistake.movedTaken',
      ),
      ['newDate'],
    ),
    v.forward(
      v.partialCheck(
        [['kind'], ['newDate'], ['newTime']],
        (said) => said.kind !== 'moved' || Temporal.PlainDate.compare(movedTo(said).date, today) >= 0,
        'mistake.past',
      ),
      ['newDate'],
    ),
    v.transform(({ kind, newDate, newTime, note }): DateChange => {
      if (kind === 'back') return { onDate, kind: 'note', newDate: null, newTime: null, note: null }
      const isMoved = kind === 'moved'
      return {
        onDate,
        kind,
        newDate: isMoved ? movedTo({ newDate, newTime }).date : null,
        newTime: isMoved ? newTime : null,
        note,
      }
    }),
  )
}
