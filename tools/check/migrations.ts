import { posix } from 'node:path'
import type { Check, Finding } from './project.ts'

const folder = 'db/migrations'
const shape = /^(\d{8})(\d{2})\.do\.([a-z]+)_[a-z0-9_]+\.sql$/

export const migrations: Check = {
  name: 'migrations',
  sentence:
    'Migrations are named by day, number, slice and change (2026112240.do.forum_tables.sql), each number once.',
  run(project) {
    const seen = new Map<string, string>()
    return [...project.files.keys()]
      .filter((file) => file.startsWith(`${folder}/`))
      .flatMap((file): Finding[] => {
        const [, day = '', number = '', slice = ''] = shape.exec(posix.basename(file)) ?? []
        if (!day) return [{ file, sentence: 'Name it <year month day><two digits>.do.<slice>_<change>.sql.' }]
        const findings: Finding[] = []
        if (!isDay(day))
          findings.push({ file, sentence: `Begin the name with a day that exists: ${day} does not.` })
        const first = seen.get(day + number)
        if (first)
          findings.push({ file, sentence: `Take the next free number: ${first} has ${day}${number}.` })
        seen.set(day + number, posix.basename(file))
        const isKnown = [...project.files.keys()].some((path) => path.startsWith(`src/${slice}/`))
        if (!isKnown)
          findings.push({ file, sentence: `Name the slice that owns the change: there is no src/${slice}.` })
        return findings
      })
  },
}

function isDay(digits: string): boolean {
  const day = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`
  const time = Date.parse(day)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day)
}
