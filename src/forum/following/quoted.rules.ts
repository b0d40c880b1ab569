/** A quotation begins with the name of whom it quotes, as the forum writes it: `> **wren:** …`. */
const named = /^ {0,3}> ?\*\*((?:[^*\\\n]|\\.){1,60}):\*\*/gm
const mostQuoted = 10

/** The names of those whom a reply quotes, not of those quoted inside a quotation. */
export function quotedHandles(markdown: string): string[] {
  const handles = [...markdown.matchAll(named)].map(([, handle = '']) => handle.replace(/\\(.)/g, '$1'))
  return [...new Set(handles)].slice(0, mostQuoted)
}
