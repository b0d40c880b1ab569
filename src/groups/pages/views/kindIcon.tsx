import type { GroupKind } from '../../index.ts'

const lines: Record<GroupKind, string[]> = {
  // A stair, two voices, a set of tools, somebody sitting, two people under one roof.
  twelve_step: ['M4 20h4v-4h4v-4h4V8h4V4'],
  discussion: ['M4 5h11v8H8l-4 3z', 'M18 9h2v11l-4-3h-6v-1'],
  skills: ['M14 6a4 4 0 0 1 5-1l-3 3 2 2 3-3a4 4 0 0 1-6 5l-7 7-3-3 7-7a4 4 0 0 1 2-3z'],
  holistic: ['M12 4a2 2 0 1 0 .01 0z', 'M12 9v6', 'M6 14l6-4 6 4', 'M4 19c3-3 13-3 16 0z'],
  family: [
    'M3 11l9-7 9 7',
    'M9 12a1.5 1.5 0 1 0 .01 0z',
    'M15 12a1.5 1.5 0 1 0 .01 0z',
    'M6 20c0-5 6-5 6 0 0-5 6-5 6 0',
  ],
}

export function KindIcon({ kind, size = 28 }: { kind: GroupKind; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="1.75"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      class="kind-icon"
    >
      {lines[kind].map((d) => (
        <path key={d} d={d} />
      ))}
    </svg>
  )
}
