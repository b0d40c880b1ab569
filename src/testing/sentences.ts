/** Text of a page, and whether it is one of ours that must come from a catalogue. */
interface Open {
  name: string
  ours: boolean
}

const empty = new Set([
  'area',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'source',
  'track',
  'wbr',
])
const spoken = ['aria-label', 'placeholder', 'alt', 'title', 'aria-roledescription', 'aria-valuetext']

/**
 * The texts of a page drawn in the pseudo-language that stand outside its marks: sentences that bypass the
 * catalogues. What people wrote (`dir="auto"`), our articles (`data-content`), names and codes (`translate="no"`)
 * and moments (`<time>`) are no sentences of the interface.
 */
export function unmarkedTexts(html: string): string[] {
  const found: string[] = []
  const stack: Open[] = [{ name: '', ours: true }]
  const judge = (text: string) => {
    const rest = outsideMarks(text.replaceAll(/&[a-z#0-9]+;/gi, ' '))
    if (/\p{L}/u.test(rest)) found.push(text.trim().slice(0, 80))
  }
  for (const [whole, tag, text] of html.matchAll(/<(\/?[a-z][^>]*|!doctype[^>]*)>|([^<]+)/gi)) {
    const inside = stack.at(-1) ?? { name: '', ours: true }
    if (text !== undefined) {
      if (inside.ours && !['script', 'style'].includes(inside.name)) judge(text)
      continue
    }
    if (!tag || whole.startsWith('<!')) continue
    const name = /^\/?([a-z0-9-]+)/i.exec(tag)?.[1]?.toLowerCase() ?? ''
    if (tag.startsWith('/')) {
      while (stack.length > 1 && stack.pop()?.name !== name) {}
      continue
    }
    const ours =
      inside.ours && name !== 'time' && !/\s(dir="auto"|translate="no"|data-content)/.test(` ${tag}`)
    if (ours || /^(input|textarea)/.test(name))
      for (const attribute of spoken) {
        const value = new RegExp(`\\s${attribute}="([^"]*)"`).exec(tag)?.[1]
        if (value && inside.ours) judge(value)
      }
    if (!empty.has(name) && !tag.endsWith('/')) stack.push({ name, ours })
  }
  return found
}

/** Everything that is not between ⟦ and ⟧, however deep. */
function outsideMarks(text: string): string {
  let depth = 0
  let outside = ''
  for (const letter of text) {
    if (letter === '⟦') depth++
    else if (letter === '⟧') depth--
    else if (depth === 0) outside += letter
  }
  return outside
}
