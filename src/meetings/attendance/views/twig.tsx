import { formatTime } from '../../../design/index.ts'
import { useT } from '../messages.ts'
import type { Week } from '../weeks.rules.ts'

const step = 30
const leavesAtMost = 6
const [height, stem] = [104, 44]

/**
 * Weeks along a twig, a leaf for each meeting. A week without one is a piece of the twig like any other: there is no
 * row of empty boxes and nothing that could break.
 */
export function Twig({ weeks }: { weeks: Week[] }) {
  const t = useT()
  const width = weeks.length * step
  const y = (x: number) => stem + Math.sin((x / width) * Math.PI * 2) * 5
  const points = Array.from(
    { length: weeks.length + 1 },
    (_, at) => `${at * step},${y(at * step).toFixed(1)}`,
  )
  return (
    <svg class="twig" viewBox={`-4 0 ${width + 28} ${height}`} aria-hidden="true">
      <polyline points={points.join(' ')} />
      {weeks.map(({ monday, meetings }, week) => {
        const x = week * step + step / 2
        return (
          <g key={String(monday)}>
            {Array.from({ length: Math.min(meetings, leavesAtMost) }, (_, leaf) => (
              <Leaf key={leaf} x={x} y={y(x)} at={leaf} />
            ))}
            {startsMonth(monday) && (
              <text x={week * step + 1} y={height - 4}>
                {formatTime({
                  at: monday.add({ days: 6 }).toZonedDateTime('UTC').toInstant(),
                  zone: 'UTC',
                  locale: t.locale,
                  format: { month: 'short' },
                })}
              </text>
            )}
          </g>
        )
      })}
    </svg>
  )
}

/** The week in which a month begins carries its name. */
function startsMonth(monday: Temporal.PlainDate): boolean {
  return monday.day === 1 || monday.add({ days: 6 }).month !== monday.month
}

/** Leaves go out to both sides in turn, each pair a little further along and a little flatter. */
function Leaf({ x, y, at }: { x: number; y: number; at: number }) {
  const isUp = at % 2 === 0
  const pair = Math.floor(at / 2)
  const along = pair * 8 - 8 + (isUp ? 0 : 4)
  const turn = (62 - pair * 16) * (isUp ? -1 : 1)
  return (
    <path
      class={isUp ? 'leaf' : 'leaf below'}
      d="M0 0 C6 -8 17 -9 26 0 C17 9 6 8 0 0 Z"
      transform={`translate(${(x + along).toFixed(1)} ${y.toFixed(1)}) rotate(${turn})`}
    />
  )
}
