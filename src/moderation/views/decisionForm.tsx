import { Button, Choices, Form, MistakeSummary, Select, TextArea } from '../../design/index.ts'
import { type MistakenForm, typedText } from '../../platform/forms.ts'
import type { Case } from '../cases.store.ts'
import { useT } from '../messages.ts'
import { isAboutCrisis, measureKinds, suspendDays, worried } from '../rules.ts'
import { ruleIds as rules } from '../words/index.ts'
import { Openings } from './openings.tsx'

/** What to do, why, and the words the author will read. */
export function DecisionForm({ found, form }: { found: Case; form: MistakenForm }) {
  const t = useT()
  const mistake = (field: string) => (form.mistakes[field] ? t.any(form.mistakes[field]) : undefined)
  const mistakes = Object.entries(form.mistakes).map(([field, key]) => ({ field, sentence: t.any(key) }))
  const crisis = isAboutCrisis(found.category)
  const possible = crisis ? (['note', 'lock'] as const) : measureKinds
  const categories: readonly string[] = [worried, ...rules]
  const typed = typedText(form, 'category')
  return (
    <section>
      <h2>{t('decide.title')}</h2>
      <MistakeSummary mistakes={mistakes} />
      <Form action={`/moderation/cases/${found.id}/decide`}>
        <Choices
          type="radio"
          name="kind"
          label={t('decide.kind')}
          value={typedText(form, 'kind')}
          mistake={mistake('kind')}
          options={['none', ...possible].map((value) => ({
            value,
            label:
              found.origin === 'held' && value === 'none' ? t('measure.letIn') : t.any(`measure.${value}`),
            hint: t.any(`measure.${value}.hint`),
          }))}
        />
        {!crisis && (
          <Select
            name="days"
            label={t('decide.days')}
            hint={t('decide.daysHint')}
            value={typedText(form, 'days')}
            mistake={mistake('days')}
            options={suspendDays.map((days) => ({
              value: String(days),
              label: t('decide.dayCount', { days }),
            }))}
          />
        )}
        {!crisis && (
          <Choices
            type="checkbox"
            name="hides"
            label={t('decide.post')}
            value={typedText(form, 'hides')}
            mistake={mistake('hides')}
            options={[{ value: 'yes', label: t('decide.hides'), hint: t('decide.hidesHint') }]}
          />
        )}
        <Select
          name="category"
          label={t('decide.category')}
          value={categories.includes(typed) ? typed : crisis ? 'crisis' : rules[0]}
          mistake={mistake('category')}
          options={categories.map((value) => ({ value, label: t.any(`category.${value}`) }))}
        />
        <Openings form={form} />
        <TextArea
          name="reason"
          label={t('decide.reason')}
          hint={t('decide.reasonHint')}
          value={typedText(form, 'reason')}
          mistake={mistake('reason')}
          maxlength={2000}
          rows={5}
        />
        <Choices
          type="checkbox"
          name="aftercare"
          label={t('decide.aftercare')}
          value={crisis ? 'yes' : typedText(form, 'aftercare')}
          options={[{ value: 'yes', label: t('decide.aftercareYes') }]}
        />
        <Button>{t('decide.send')}</Button>
      </Form>
    </section>
  )
}
