import { type MeetingFormat, useGroupWords } from '../../index.ts'
import { useT } from '../messages.ts'

/** The hour as a picture and as a list: each part as wide as it is long. */
function Agenda({ format }: { format: MeetingFormat }) {
  const t = useT()
  const words = useGroupWords()
  const total = format.parts.reduce((sum, part) => sum + part.minutes, 0)
  const name = words.any(`format.${format.id}`)
  let from = 0
  return (
    <>
      <svg
        class="agenda-band"
        viewBox={`0 0 ${total} 8`}
        preserveAspectRatio="none"
        role="img"
        aria-label={t('agenda.label', { name, minutes: total, count: format.parts.length })}
      >
        {format.parts.map((part, at) => {
          const x = from
          from += part.minutes
          return (
            <rect
              key={part.part}
              x={x + 0.15}
              width={part.minutes - 0.3}
              height="8"
              rx="0.4"
              class={at % 2 === 0 ? 'even' : 'odd'}
            />
          )
        })}
      </svg>
      <ol class="agenda">
        {format.parts.map((part) => (
          <li key={part.part}>
            <span class="agenda-minutes">{words('format.minutes', { minutes: part.minutes })}</span>
            <span lang="en" data-content>
              <strong>{part.part}</strong> {part.note}
            </span>
          </li>
        ))}
      </ol>
    </>
  )
}

/** The first format open, the others folded away. */
export function Agendas({ formats }: { formats: MeetingFormat[] }) {
  const words = useGroupWords()
  return (
    <>
      {formats.map((format, at) => (
        <details key={format.id} class="more" open={at === 0}>
          <summary>{words.any(`format.${format.id}`)}</summary>
          <Agenda format={format} />
        </details>
      ))}
    </>
  )
}
