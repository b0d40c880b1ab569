/** Small drawings of our own, in the colour of the text around them. */

interface IconProps {
  size?: number
}

function frame(size: number) {
  return {
    width: size,
    height: size,
    viewBox: '0 0 24 24',
    fill: 'none',
    stroke: 'currentColor',
    'stroke-width': 1.75,
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
    'aria-hidden': true,
  } as const
}

export function LeafMark({ size = 24 }: IconProps) {
  return (
    <svg {...frame(size)}>
      <path d="M5 19c-1-8 4-14 15-14 0 11-6 16-13 14" />
      <path d="M4 21c2-5 5-8 9-10" />
    </svg>
  )
}

/** Closed for what only the visitor can see, open for what others can. */
export function ZoneMark({ sealed, size = 18 }: IconProps & { sealed: boolean }) {
  return (
    <svg {...frame(size)}>
      <rect x="5" y="11" width="14" height="9" rx="2" />
      <path d={sealed ? 'M8 11V8a4 4 0 0 1 8 0v3' : 'M8 11V8a4 4 0 0 1 7.5-2'} />
    </svg>
  )
}

export function MoonMark({ size = 32 }: IconProps) {
  return (
    <svg {...frame(size)}>
      <path d="M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5Z" />
    </svg>
  )
}

export function ClockMark({ size = 32 }: IconProps) {
  return (
    <svg {...frame(size)}>
      <circle cx="12" cy="12" r="8.5" />
      <path d="M12 7v5l3.5 2" />
    </svg>
  )
}

export function PeopleMark({ size = 32 }: IconProps) {
  return (
    <svg {...frame(size)}>
      <circle cx="9" cy="9" r="3.25" />
      <path d="M3.5 19c.5-3.5 2.500-5.500 5.500-5.500s5 2 5.500 5.500" />
      <path d="M15.500 6.250a3.250 3.250 0 0 1 0 5.500M17 13.900c2 .7 3.200 2.500 3.500 5.100" />
    </svg>
  )
}

/** A letter with a dot: something waits to be read. */
export function NewsMark({ size = 22 }: IconProps) {
  return (
    <svg {...frame(size)}>
      <path d="M14 7H4v12h16v-7M4 8l8 6 4-2.8" />
      <circle cx="19" cy="6.5" r="3" fill="currentColor" stroke="none" />
    </svg>
  )
}

/** A closed book with a lock on it. */
export function BookMark({ size = 32 }: IconProps) {
  return (
    <svg {...frame(size)}>
      <path d="M6 4h12v16H8a2 2 0 0 1-2-2V4z" />
      <path d="M6 18a2 2 0 0 1 2-2h10" />
      <path d="M10.5 9.5V8.6a1.5 1.5 0 0 1 3 0v.9M10 9.5h4v3h-4z" />
    </svg>
  )
}
