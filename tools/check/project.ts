import { spawn } from 'node:child_process'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

export interface CommandResult {
  code: number
  output: string
}

/** What the checks see: the text of every file by its path, and a way to run a command of the project. */
export interface Project {
  readonly files: ReadonlyMap<string, string>
  run(command: readonly string[]): Promise<CommandResult>
}

export interface Finding {
  file: string
  line?: number
  /** One sentence that says what to do instead. */
  sentence: string
}

export interface Check {
  name: string
  sentence: string
  run(project: Project): Finding[] | Promise<Finding[]>
}

const folders = [
  'src',
  'tools',
  'e2e',
  'bench',
  'demo',
  'scripts',
  'messages',
  'db',
  'docs',
  'content',
  'dist/assets',
]
const textFile = /\.(?:tsx?|mjs|cjs|js|css|json|sql|md|ya?ml|html)$/
// Nothing is ever read from these: other people's code, and the data of the site.
const skipped = new Set(['node_modules', 'data', 'data-demo', 'coverage', '.git'])

export function readProject(root: string): Project {
  const files = new Map<string, string>()
  const read = (path: string): void => {
    const full = join(root, path)
    const found = statSync(full, { throwIfNoEntry: false })
    if (found?.isDirectory()) {
      for (const name of readdirSync(full).sort()) if (!skipped.has(name)) read(`${path}/${name}`)
    } else if (found?.isFile() && textFile.test(path)) {
      files.set(path, readFileSync(full, 'utf8'))
    }
  }
  for (const folder of folders) read(folder)
  for (const name of readdirSync(root)) if (textFile.test(name)) read(name)
  return { files, run: (command) => runIn(root, command) }
}

function runIn(root: string, command: readonly string[]): Promise<CommandResult> {
  const [program = '', ...args] = command
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    child.stdout.on('data', (chunk) => {
      output += chunk
    })
    child.stderr.on('data', (chunk) => {
      output += chunk
    })
    child.on('error', (error) => resolve({ code: 127, output: error.message }))
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })
}

export function lineAt(text: string, offset: number): number {
  let line = 1
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line++
  return line
}

export function isCode(path: string): boolean {
  return /\.(?:tsx?|mjs|js)$/.test(path) && !path.startsWith('dist/')
}

export function isTest(path: string): boolean {
  return /\.test\.tsx?$/.test(path) || /^src\/(?:.+\/)?testing\//.test(path)
}
