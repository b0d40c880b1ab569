import { techniques } from '../../../toolkit/index.ts'
import { moreSymptoms, symptoms } from '../../entries/entries.ts'
import { useT as useBookT } from '../../pages/messages.ts'
import { useT } from '../messages.ts'

/** The names of techniques, symptoms and levels, for a script that says what was tried. */
export function EaseNames() {
  const t = useT()
  const book = useBookT()
  return (
    <>
      {techniques.map(({ slug, title }) => (
        <template key={slug} data-say={`technique.${slug}`} data-content>
          {title}
        </template>
      ))}
      {[...symptoms, ...moreSymptoms].map((symptom) => (
        <template key={symptom} data-say={`symptom.${symptom}`}>
          {book.any(`symptom.${symptom}`)}
        </template>
      ))}
      {[0, 1, 2, 3, 4].map((level) => (
        <template key={level} data-say={`level.${level}`}>
          {book.any(`level.${level}`)}
        </template>
      ))}
      <template data-say="ease">
        {t('words', {
          technique: '{technique}',
          symptom: '{symptom}',
          before: '{before}',
          after: '{after}',
        })}
      </template>
    </>
  )
}
