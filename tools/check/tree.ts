import type { CommandResult, Project } from './project.ts'

/** An invented tree for a test; every command in it answers what the test says. */
export function tree(files: Record<string, string>, answer: Partial<CommandResult> = {}): Project {
  return {
    files: new Map(Object.entries(files)),
    run: () => Promise.resolve({ code: 0, output: '', ...answer }),
  }
}

/** Findings as `file:line`, which is what the tests compare. */
export async function places(
  check: { run: (project: Project) => unknown },
  project: Project,
): Promise<string[]> {
  const findings = (await check.run(project)) as { file: string; line?: number }[]
  return findings.map(({ file, line }) => (line === undefined ? file : `${file}:${line}`))
}
