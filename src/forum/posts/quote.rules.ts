/** Quoting: a quotation of a quotation of a quotation is read by nobody. */

/** How deep quotations may stand inside each other. */
export const deepestQuote = 3
const longestQuote = 1500

const marks = /^(?: {0,3}> ?)+/

/** Holds every line to the deepest quotation; what stood deeper stays, less deep. */
export function holdQuotes(markdown: string): string {
  return markdown
    .split('\n')
    .map((line) => {
      const lead = marks.exec(line)?.[0] ?? ''
      const depth = lead.split('>').length - 1
      return depth > deepestQuote ? `${'> '.repeat(deepestQuote)}${line.slice(lead.length)}` : line
    })
    .join('\n')
}

/** The words of somebody as the beginning of an answer; what they quoted too deeply themselves is left out. */
export function quoteOf(handle: string, markdown: string): string {
  const lines = shortened(markdown)
    .split('\n')
    .filter((line) => (marks.exec(line)?.[0].split('>').length ?? 1) - 1 < deepestQuote)
  return `${[`**${escaped(handle)}:**`, ...lines].map((line) => `> ${line}`.trimEnd()).join('\n')}\n\n`
}

/** How a quotation names somebody: as the server writes it, as a browser does, and as everybody reads it. */
export function namesInQuotes(handle: string): { marks: [string, string]; html: string } {
  return { marks: [`> **${escaped(handle)}:**`, `> **${handle}:**`], html: `<strong>${handle}:</strong>` }
}

function shortened(markdown: string): string {
  const letters = [...markdown.trim()]
  if (letters.length <= longestQuote) return markdown.trim()
  const cut = letters.slice(0, longestQuote).join('')
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), longestQuote / 2))} …`
}

/** A handle has none of these today; one that had would be a name and no emphasis. */
function escaped(handle: string): string {
  return handle.replace(/[\\`*_[\]<>]/g, '\\$&')
}
