import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import MarkdownIt from 'markdown-it'
import * as v from 'valibot'
import { parse } from 'yaml'

export interface ContentPage<Front> {
  slug: string
  front: Front
  /** The body as HTML; citations are links to `#source-<id>`. */
  html: string
  /** The body as it was written, for checks. */
  markdown: string
}

/** Our own articles, from files that were reviewed with the code. */
const markdown = new MarkdownIt({ html: false, typographer: true })

/**
 * Reads a folder of Markdown files with YAML front matter, in the order of their names.
 * `[@id]` cites a source: it becomes a small link to that source's line, numbered as the front matter lists them.
 * Throws a sentence that names the file when the front matter is not as the schema says.
 */
export function readContent<Schema extends v.GenericSchema<unknown, { sources: { id: string }[] }>>(
  folder: string,
  schema: Schema,
): ContentPage<v.InferOutput<Schema>>[] {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .sort()
  return files.map((file) => readPage(join(folder, file), file.replace(/\.md$/, ''), schema))
}

function readPage<Schema extends v.GenericSchema<unknown, { sources: { id: string }[] }>>(
  path: string,
  slug: string,
  schema: Schema,
): ContentPage<v.InferOutput<Schema>> {
  const [, head, body] =
    /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(readFileSync(path, 'utf8').replaceAll('\r\n', '\n')) ?? []
  if (head === undefined || body === undefined)
    throw new Error(`${path} has no front matter between two lines of ---.`)
  const front = v.safeParse(schema, parse(head))
  if (!front.success) {
    const issue = front.issues[0]
    throw new Error(`${path}: ${v.getDotPath(issue) ?? 'front matter'}: ${issue.message}`)
  }
  const { sources } = front.output as { sources: { id: string }[] }
  return {
    slug,
    front: front.output,
    html: withCitations(markdown.render(body), sources, path),
    markdown: body,
  }
}

function withCitations(html: string, sources: { id: string }[], path: string): string {
  return html.replace(/\s*\[@([\w-]+)\]/g, (_, id: string) => {
    const number = sources.findIndex((source) => source.id === id) + 1
    if (number === 0) throw new Error(`${path} cites @${id}, which is not among its sources.`)
    return `<sup class="cite"><a href="#source-${id}">${number}</a></sup>`
  })
}
