import { isBelow, layerOf, sliceOf } from './places.ts'
import { type Check, type Finding, isTest, type Project } from './project.ts'
import { codeIn, importsOf } from './source.ts'

const graphFile = 'tools/slices.json'

/** Which slices a slice may use is a decision, so it is written down: tools/slices.json. */
export const arrows: Check = {
  name: 'arrows',
  sentence:
    'Arrows point one way: platform <- design <- slices <- app, and between slices as tools/slices.json says.',
  run(project) {
    const graph = JSON.parse(project.files.get(graphFile) ?? '{}') as Record<string, string[]>
    return codeIn(project, 'src')
      .filter(([path]) => !isTest(path))
      .flatMap(([path, text]) => findingsOf(project, graph, path, text))
  },
}

function findingsOf(
  project: Project,
  graph: Record<string, string[]>,
  path: string,
  text: string,
): Finding[] {
  const findings: Finding[] = []
  const from = sliceOf(project, path)
  if (from && !graph[from]) {
    findings.push({
      file: path,
      sentence: `Give ${from} a line in ${graphFile} that names the slices it may use.`,
    })
  }
  for (const { target, line } of importsOf(path, text)) {
    if (!target?.startsWith('src/')) continue
    const to = sliceOf(project, target)
    if (isTest(target)) {
      findings.push({
        file: path,
        line,
        sentence: `Leave ${target} to the tests: shipped code never imports it.`,
      })
    } else if (isBelow(layerOf(path), layerOf(target))) {
      findings.push({
        file: path,
        line,
        sentence: `Turn the arrow round: ${layerOf(path)} knows nothing of ${layerOf(target)}; pass what it needs as an argument.`,
      })
    } else if (
      from &&
      to &&
      from !== to &&
      graph[from] &&
      !graph[from].some((name) => name === to || name === '*')
    ) {
      findings.push({
        file: path,
        line,
        sentence: `${from} may not use ${to}: take the fact from above, or allow the arrow in ${graphFile} with a reason in the commit.`,
      })
    }
  }
  return findings
}
