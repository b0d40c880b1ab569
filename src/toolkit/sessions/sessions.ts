import { faultsIn, forbiddenIn } from '../../guide/index.ts'
import { readContent } from '../../platform/content.ts'
import { findTechnique } from '../techniques.ts'
import { type Session, type SessionStep, sessionSchema } from './session.ts'

const folder = 'content/en/sessions'

/** Every session. Read once at the start; one that breaks our rules, or names a technique that is not there, stops it. */
export const sessions: Session[] = readContent(folder, sessionSchema)
  .map(({ slug, front, html, markdown }) => {
    const says = [front.title, front.summary, front.notWhen, ...front.steps.map(({ say }) => say)]
    const faults = [...faultsIn(markdown, front.sources), ...forbiddenIn(says.join('\n'))]
    const steps = front.steps.flatMap(({ technique: name, say }): SessionStep[] => {
      const technique = findTechnique(name)
      if (technique) return [{ technique, say }]
      faults.push(`names ${name}, which is no technique`)
      return []
    })
    if (faults.length > 0) throw new Error(`${folder}/${slug}.md ${faults.join('; ')}.`)
    return { ...front, slug, html, steps, minutes: minutesOf(steps) }
  })
  .sort((a, b) => a.order - b.order)

function minutesOf(steps: SessionStep[]): Session['minutes'] {
  const sum = (end: 'from' | 'to') => steps.reduce((all, { technique }) => all + technique.minutes[end], 0)
  return { from: sum('from'), to: sum('to') }
}

export function findSession(slug: string): Session | undefined {
  return sessions.find((one) => one.slug === slug)
}

export function sessionsWith(slug: string): Session[] {
  return sessions.filter(({ steps }) => steps.some(({ technique }) => technique.slug === slug))
}
