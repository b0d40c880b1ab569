import { Choices } from '../../design/index.ts'
import { type MistakenForm, typedText } from '../../platform/forms.ts'
import { type t, useT } from '../messages.ts'
import { worried } from '../rules.ts'
import { ruleIds } from '../words/index.ts'

/** A kind first sentence for who broke this rule, or for who broke none and is in need. */
export function openingOf(say: ReturnType<typeof t>, category: string): string {
  return say.any(`opening.${category === worried ? 'crisis' : category}`)
}

/** Whether the words to the author begin with the sentence for the rule that is chosen above, and what each of them says. */
export function Openings({ form }: { form: MistakenForm }) {
  const t = useT()
  return (
    <>
      <Choices
        type="checkbox"
        name="opens"
        label={t('opening.title')}
        value={typedText(form, 'opens')}
        options={[{ value: 'yes', label: t('opening.yes'), hint: t('opening.hint') }]}
      />
      <details class="more">
        <summary>{t('opening.all')}</summary>
        <dl>
          {ruleIds.map((rule) => (
            <div key={rule}>
              <dt>{t.any(`category.${rule}`)}</dt>
              <dd>{openingOf(t, rule)}</dd>
            </div>
          ))}
        </dl>
      </details>
    </>
  )
}
