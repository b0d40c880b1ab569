import { sliceOf } from './places.ts'
import { type Check, type Finding, isTest, type Project } from './project.ts'
import { codeIn, importsOf } from './source.ts'

type Graph = Map<string, Map<string, { file: string; line: number }>>

export const circles: Check = {
  name: 'no circles',
  sentence: 'Neither slices nor files import each other in a circle.',
  run: (project) => [
    ...circlesIn(
      sliceGraph(project),
      (round) => `Break the circle of slices ${round}: move what both need below both.`,
    ),
    ...circlesIn(
      fileGraph(project),
      (round) => `Break the circle of files ${round}: move what both need into a third.`,
    ),
  ],
}

function sliceGraph(project: Project): Graph {
  const graph: Graph = new Map()
  for (const [path, text] of codeIn(project, 'src')) {
    const from = sliceOf(project, path)
    if (!from || isTest(path)) continue
    for (const { target, line } of importsOf(path, text)) {
      const to = target && sliceOf(project, target)
      if (to && to !== from) connect(graph, from, to, path, line)
    }
  }
  return graph
}

/** Type-only imports vanish before anything runs, so a circle of them does no harm. */
function fileGraph(project: Project): Graph {
  const graph: Graph = new Map()
  for (const [path, text] of codeIn(project, 'src', 'tools', 'e2e', 'bench', 'demo')) {
    for (const { target, line, typeOnly } of importsOf(path, text)) {
      if (target && !typeOnly && project.files.has(target)) connect(graph, path, target, path, line)
    }
  }
  return graph
}

function connect(graph: Graph, from: string, to: string, file: string, line: number): void {
  const arrows = graph.get(from) ?? new Map()
  if (!arrows.has(to)) arrows.set(to, { file, line })
  graph.set(from, arrows)
}

function circlesIn(graph: Graph, sentence: (round: string) => string): Finding[] {
  const findings: Finding[] = []
  const done = new Set<string>()
  const trail: string[] = []
  const enter = (place: string): void => {
    const at = trail.indexOf(place)
    if (at !== -1) {
      const round = [...trail.slice(at), place]
      const closing = graph.get(trail.at(-1) ?? '')?.get(place)
      if (closing) findings.push({ ...closing, sentence: sentence(round.join(' -> ')) })
      return
    }
    if (done.has(place)) return
    trail.push(place)
    for (const next of graph.get(place)?.keys() ?? []) enter(next)
    trail.pop()
    done.add(place)
  }
  for (const place of graph.keys()) enter(place)
  return findings
}
