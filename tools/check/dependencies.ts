import type { Check, Finding } from './project.ts'

const page = 'docs/dependencies.md'
const mostAtRuntime = 30

export const dependencies: Check = {
  name: 'dependencies',
  sentence: `Every direct dependency has its line in ${page}; at most ${mostAtRuntime} of them run in production.`,
  run(project) {
    const manifest = JSON.parse(project.files.get('package.json') ?? '{}') as Record<
      string,
      Record<string, string>
    >
    const running = Object.keys(manifest.dependencies ?? {})
    const all = [...running, ...Object.keys(manifest.devDependencies ?? {})]
    const lines = (project.files.get(page) ?? '').split('\n')
    const findings: Finding[] = all
      .filter((name) => !lines.some((line) => namesIn(line).includes(name)))
      .map((name) => ({
        file: page,
        sentence: `Add a line for \`${name}\`: what it does for us, what we would do without it, its licence.`,
      }))
    lines.forEach((line, index) => {
      const gone = line.startsWith('|')
        ? namesIn(line.split('|')[1] ?? '').find((name) => !all.includes(name))
        : undefined
      if (gone)
        findings.push({
          file: page,
          line: index + 1,
          sentence: `Remove \`${gone}\`: we no longer depend on it.`,
        })
    })
    if (running.length > mostAtRuntime)
      findings.push({
        file: 'package.json',
        sentence: `Let one go: ${running.length} run in production, ${mostAtRuntime} are agreed.`,
      })
    return findings
  },
}

function namesIn(line: string): string[] {
  return [...line.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name)
}
