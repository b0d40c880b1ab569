import type { Check, Finding } from './project.ts'

interface Issue {
  name?: string
  line?: number
}

/** One file of knip's report: what it lists under each kind of waste. */
type Row = { file: string } & Record<string, Issue[] | string>

const advice: Record<string, string> = {
  files: 'Remove the file: nothing imports it.',
  dependencies: 'Remove the dependency: nothing imports it.',
  devDependencies: 'Remove the dependency: nothing imports it.',
  unlisted: 'Add it to package.json: the code imports it.',
  unresolved: 'Mend the import: it leads nowhere.',
  exports: 'Do not export it: nobody else uses it.',
  types: 'Do not export it: nobody else uses it.',
  duplicates: 'Export it once.',
}

export const unused: Check = {
  name: 'nothing unused',
  sentence: 'No file, export or dependency is there that nothing uses.',
  async run(project) {
    const { code, output } = await project.run([
      process.execPath,
      'node_modules/knip/bin/knip.js',
      '--no-progress',
      '--reporter',
      'json',
    ])
    const report = reportIn(output)
    if (!report)
      return code === 0
        ? []
        : [{ file: 'knip.json', sentence: `Mend what keeps knip from running: ${output.trim()}` }]
    return report.flatMap(({ file, ...kinds }) =>
      Object.entries(kinds).flatMap(([kind, issues]) =>
        Array.isArray(issues) ? issues.map((issue) => finding(String(file), kind, issue)) : [],
      ),
    )
  },
}

function reportIn(output: string): Row[] | undefined {
  const from = output.indexOf('{"issues"')
  if (from === -1) return undefined
  return (JSON.parse(output.slice(from)) as { issues: Row[] }).issues
}

function finding(file: string, kind: string, { name, line }: Issue): Finding {
  const what = name && name !== file ? `${name}: ` : ''
  return {
    file,
    ...(line ? { line } : {}),
    sentence: `${what}${advice[kind] ?? `Mend what knip calls ${kind}.`}`,
  }
}
