/** RFC 5545, 3.1: no line is longer than so many octets, without its end. */
const longest = 75

/** One property on one or more lines. @param name with its parameters: "DTSTART;TZID=Europe/Dublin" */
export function line(name: string, value: string): string {
  return `${fold(`${name}:${value}`)}\r\n`
}

/** Text as a value: what would end it or split it is written in another way, and what no calendar may hold is gone. */
export function text(value: string): string {
  return value
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n')
}

/** A web address as a value: nothing in it can begin another line. */
export function uri(value: string): string {
  return value.replace(/[\p{Cc}\s]/gu, (sign) => encodeURIComponent(sign))
}

/** Long lines go on behind a space. Never in the middle of a letter: its octets would arrive apart. */
function fold(whole: string): string {
  if (whole.length <= longest && Buffer.byteLength(whole) <= longest) return whole
  const lines: string[] = []
  let current = ''
  let octets = 0
  for (const letter of whole) {
    const size = Buffer.byteLength(letter)
    if (octets + size > longest) {
      lines.push(current)
      current = ' '
      octets = 1
    }
    current += letter
    octets += size
  }
  return [...lines, current].join('\r\n')
}

/** "20261122T190000" of what the clock on the wall says. */
export function wall(at: Temporal.PlainDateTime): string {
  return at.toString({ smallestUnit: 'second' }).replace(/[-:]/g, '')
}

const saidBefore = new WeakMap<Temporal.Instant, string>()

/** "20261122T190000Z". What was imported together has the same moment: it is said once. */
export function utc(at: Temporal.Instant): string {
  const before = saidBefore.get(at)
  if (before !== undefined) return before
  const said = at.toString({ smallestUnit: 'second' }).replace(/[-:]/g, '')
  saidBefore.set(at, said)
  return said
}
