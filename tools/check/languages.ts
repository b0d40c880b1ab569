import { IntlMessageFormat } from 'intl-messageformat'
import { type Check, type Finding, lineAt, type Project } from './project.ts'

type Catalogue = Record<string, unknown>

export const languages: Check = {
  name: 'languages',
  sentence: 'Every message parses, and every language has the keys and the arguments of the English one.',
  run(project) {
    const files = [...project.files.keys()].filter((path) => /^messages\/[^/]+\/[^/]+\.json$/.test(path))
    const tongues = [...new Set(files.map((path) => path.split('/')[1] ?? ''))]
    return files
      .filter((path) => path.startsWith('messages/en/'))
      .flatMap((english) => tongues.flatMap((tongue) => compare(project, english, tongue)))
      .concat(files.flatMap((path) => withoutEnglish(project, path)))
  },
}

function compare(project: Project, english: string, tongue: string): Finding[] {
  const file = english.replace('/en/', `/${tongue}/`)
  const text = project.files.get(file)
  if (text === undefined)
    return [{ file, sentence: `Translate ${english}: the whole file is missing in ${tongue}.` }]
  const original = JSON.parse(project.files.get(english) ?? '{}') as Catalogue
  const translated = JSON.parse(text) as Catalogue
  const at = (key: string) => lineAt(text, Math.max(0, text.indexOf(JSON.stringify(key))))
  return [
    ...Object.keys(original)
      .filter((key) => !(key in translated))
      .map((key) => ({ file, sentence: `Translate "${key}".` })),
    ...Object.keys(translated).flatMap((key) => {
      if (!(key in original))
        return [{ file, line: at(key), sentence: `Remove "${key}": English has no such message.` }]
      const wanted = argumentsOf(original[key], 'en')
      const given = argumentsOf(translated[key], tongue)
      if (given === undefined)
        return [{ file, line: at(key), sentence: `Mend "${key}": it is no valid ICU message.` }]
      if (wanted === undefined || wanted === given) return []
      return [
        {
          file,
          line: at(key),
          sentence: `Give "${key}" the arguments of English: ${wanted || 'none'}, not ${given || 'none'}.`,
        },
      ]
    }),
  ]
}

function withoutEnglish(project: Project, file: string): Finding[] {
  const english = file.replace(/^messages\/[^/]+\//, 'messages/en/')
  return project.files.has(english) ? [] : [{ file, sentence: `Remove the file: there is no ${english}.` }]
}

interface Part {
  type: number
  value?: unknown
  options?: Record<string, { value: Part[] }>
  children?: Part[]
}

// The part numbers of the ICU parser: 1 argument, 2 number, 3 date, 4 time, 5 select, 6 plural, 8 tag.
const kinds = new Map([
  [1, 'text'],
  [2, 'number'],
  [3, 'date'],
  [4, 'time'],
  [5, 'select'],
  [6, 'plural'],
  [8, 'tag'],
])

/** `count: plural, name: text`; undefined when the message does not parse. */
function argumentsOf(message: unknown, tongue: string): string | undefined {
  if (typeof message !== 'string') return undefined
  const found = new Set<string>()
  const enter = (parts: Part[]): void => {
    for (const part of parts) {
      const kind = kinds.get(part.type)
      // Plural forms differ from language to language; the choices of a select are the program's.
      const choices =
        part.type === 5
          ? ` ${Object.keys(part.options ?? {})
              .sort()
              .join('|')}`
          : ''
      if (kind) found.add(`${String(part.value)}: ${kind}${choices}`)
      for (const option of Object.values(part.options ?? {})) enter(option.value)
      enter(part.children ?? [])
    }
  }
  try {
    enter(new IntlMessageFormat(message, tongue === 'pseudo' ? 'en' : tongue).getAst() as unknown as Part[])
  } catch {
    return undefined
  }
  return [...found].sort().join(', ')
}
