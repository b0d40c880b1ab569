import { useGroupWords } from '../messages.ts'

interface AgendaProps {
  name: string
  parts: { minutes: number; part: string; note: string }[]
  /** Our own words, from the content folder; otherwise a host wrote them. */
  ours?: boolean
}

/** The hour as a picture and as a list: each part as wide as it is long. */
export function Agenda({ name, parts, ours = false }: AgendaProps) {
  const words = useGroupWords()
  const total = parts.reduce((sum, part) => sum + part.minutes, 0)
  const written = ours ? { lang: 'en', 'data-content': true } : { dir: 'auto' as const }
  let from = 0
  return (
    <>
      <svg
        class="agenda-band"
        viewBox={`0 0 ${total} 8`}
        preserveAspectRatio="none"
        role="img"
        aria-label={words('agenda.label', { name, minutes: total, count: parts.length })}
      >
        {parts.map((part, at) => {
          const x = from
          from += part.minutes
          return (
            <rect
              key={`${x} ${part.part}`}
              x={x + 0.15}
              width={Math.max(0.4, part.minutes - 0.3)}
              height="8"
              rx="0.4"
              class={at % 2 === 0 ? 'even' : 'odd'}
            />
          )
        })}
      </svg>
      <ol class="agenda">
        {parts.map((part, at) => (
          <li key={`${at} ${part.part}`}>
            <span class="agenda-minutes">{words('format.minutes', { minutes: part.minutes })}</span>
            <span {...written}>
              <strong>{part.part}</strong> {part.note}
            </span>
          </li>
        ))}
      </ol>
    </>
  )
}
