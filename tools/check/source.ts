import { posix } from 'node:path'
import { parseSync } from 'vite'
import { isCode, lineAt, type Project } from './project.ts'

/** A node of the syntax tree, read without its many types: a check asks for the few fields it needs. */
export interface Node {
  type: string
  start: number
  end: number
  [field: string]: unknown
}

export interface Import {
  specifier: string
  /** The file it leads to, when it is one of ours. */
  target: string | undefined
  line: number
  typeOnly: boolean
}

const parsed = new Map<string, { text: string; module: ReturnType<typeof parseSync>; tree: Node }>()

function parse(path: string, text: string) {
  const known = parsed.get(path)
  if (known?.text === text) return known
  const module = parseSync(path, text)
  const fault = module.errors[0]
  if (fault) throw new Error(`${path} cannot be read as TypeScript: ${fault.message}`)
  const fresh = { text, module, tree: module.program as unknown as Node }
  parsed.set(path, fresh)
  return fresh
}

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as Node).type === 'string'
}

/** Calls `visit` with every node of the file; a real parser, so that comments and strings fool nobody. */
export function walk(path: string, text: string, visit: (node: Node, line: () => number) => void): void {
  const enter = (value: unknown): void => {
    if (Array.isArray(value)) {
      for (const one of value) enter(one)
    } else if (isNode(value)) {
      visit(value, () => lineAt(text, value.start))
      for (const field in value) if (field !== 'type') enter(value[field])
    }
  }
  enter(parse(path, text).tree)
}

/** `c.var.db` for a chain of names, '' for anything else. */
export function dotted(node: unknown): string {
  if (!isNode(node)) return ''
  if (node.type === 'Identifier') return String(node.name)
  if (node.type === 'ThisExpression') return 'this'
  if (node.type !== 'MemberExpression' || node.computed) return ''
  const owner = dotted(node.object)
  return owner && isNode(node.property) ? `${owner}.${String(node.property.name)}` : ''
}

/** Every import of the file: static, dynamic, re-exported and type-only ones. */
export function importsOf(path: string, text: string): Import[] {
  const found: Import[] = []
  const add = (source: unknown, start: number, typeOnly: boolean): void => {
    if (!isNode(source) || typeof source.value !== 'string') return
    const specifier = source.value
    found.push({ specifier, target: resolve(path, specifier), line: lineAt(text, start), typeOnly })
  }
  walk(path, text, (node) => {
    if (node.type === 'ImportDeclaration') add(node.source, node.start, isTypeOnly(node, 'importKind'))
    if (node.type === 'ExportNamedDeclaration' || node.type === 'ExportAllDeclaration')
      add(node.source, node.start, isTypeOnly(node, 'exportKind'))
    if (node.type === 'ImportExpression') add(node.source, node.start, false)
    if (node.type === 'TSImportType') add(node.source ?? node.argument, node.start, true)
  })
  return found
}

function isTypeOnly(node: Node, kind: 'importKind' | 'exportKind'): boolean {
  if (node[kind] === 'type') return true
  const names = Array.isArray(node.specifiers) ? node.specifiers.filter(isNode) : []
  return names.length > 0 && names.every((name) => name[kind] === 'type')
}

function resolve(path: string, specifier: string): string | undefined {
  if (!specifier.startsWith('.')) return undefined
  return posix.join(posix.dirname(path), specifier.replace(/\?.*$/, ''))
}

/** The code files below a folder, with their text. */
export function codeIn(project: Project, ...folders: string[]): [string, string][] {
  return [...project.files].filter(
    ([path]) => isCode(path) && folders.some((folder) => path.startsWith(`${folder}/`)),
  )
}
