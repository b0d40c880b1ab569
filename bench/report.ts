import type { Row } from './measure.ts'
import type { Visit } from './sizes.ts'

export interface Measurement {
  name: string
  site: Row
  /** The bare server with the same bytes, in the same minute. */
  bare: Row | undefined
  /** The least part of the bare server's requests a second. */
  goal?: number
}

const kilobyte = 1024

/** The table that README and docs show. */
export function table(measurements: Measurement[]): string {
  const head =
    '| page | requests/s | p99 ms | CPU ms/request | database CPU ms/request | bare requests/s | bare CPU ms | memory MB | ratio | goal |'
  const rows = measurements.map(({ name, site, bare, goal }) => {
    const ratio = bare && site.perSecond / bare.perSecond
    const cells = [
      name,
      site.perSecond.toFixed(0),
      site.p99.toFixed(1),
      figure(site.serverMs, 3),
      figure(site.databaseMs, 3),
      bare ? bare.perSecond.toFixed(0) : '',
      figure(bare?.serverMs, 3),
      figure(site.memoryMb, 0),
      figure(ratio, 2),
      goal === undefined || ratio === undefined ? '' : `${ratio >= goal ? 'met' : 'MISSED'} (>= ${goal})`,
    ]
    return `| ${cells.join(' | ')} |`
  })
  return [head, '|---|---:|---:|---:|---:|---:|---:|---:|---:|---|', ...rows].join('\n')
}

export function otherGoals(memory: number | undefined, home: Visit | undefined, topicBytes: number): string {
  const lines = [
    goal('memory of the app at the end', memory, 'MB', 150, 0),
    goal('first visit to the home page, transferred', home && home.bytes / kilobyte, 'KB', 40, 1),
    goal('first visit to the home page', home?.requests, 'requests', 6, 0),
    goal('topic page with 20 posts, compressed', topicBytes / kilobyte, 'KB', 25, 1),
  ]
  return ['| what | figure | goal |', '|---|---:|---|', ...lines].join('\n')
}

/** A line of a table: the figure, and whether it is small enough. */
export function goal(
  name: string,
  value: number | undefined,
  unit: string,
  most: number,
  digits: number,
): string {
  if (value === undefined) return `| ${name} | not measured here | <= ${most} ${unit} |`
  return `| ${name} | ${value.toFixed(digits)} ${unit} | ${value <= most ? 'met' : 'MISSED'} (<= ${most}) |`
}

function figure(value: number | undefined, digits: number): string {
  return value === undefined ? '' : value.toFixed(digits)
}
