import { faultsIn, forbiddenIn } from '../guide/index.ts'
import { readContent } from '../platform/content.ts'
import { chooseTechniques } from './rules.ts'
import { type SymptomId, symptomIds, type Technique, techniqueSchema } from './technique.ts'

/** Every technique. Read once at the start; one that breaks our rules stops it. */
export const techniques: Technique[] = readContent('content/en/toolkit', techniqueSchema)
  .map(({ slug, front, html, markdown }) => {
    const says = [front.title, front.summary, front.evidence, front.notWhen, ...front.steps]
    const told = front.guided?.phases.map(({ say }) => say) ?? []
    const faults = [...faultsIn(markdown, front.sources), ...forbiddenIn([...says, ...told].join('\n'))]
    if (faults.length > 0) throw new Error(`content/en/toolkit/${slug}.md ${faults.join('; ')}.`)
    return { slug, ...front, html }
  })
  .sort((a, b) => placeOf(a) - placeOf(b) || a.order - b.order)

/** Where a technique stands in the list: with the symptom it was made for. */
function placeOf({ helpsWith: [madeFor] }: Technique): number {
  return symptomIds.indexOf(madeFor)
}

export function findTechnique(slug: string): Technique | undefined {
  return techniques.find((one) => one.slug === slug)
}

/** What may ease the two loudest symptoms. @param symptoms loudest first */
export function techniquesFor(symptoms: SymptomId[], limit: number): Technique[] {
  return chooseTechniques(techniques, symptoms, limit)
}
