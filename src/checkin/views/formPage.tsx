import {
  Button,
  Card,
  Choices,
  Form,
  Layout,
  LinkButton,
  MistakeSummary,
  Select,
} from '../../design/index.ts'
import { countries, type Numbers } from '../../help/index.ts'
import { type Form as FormState, typedList, typedText } from '../../platform/forms.ts'
import { useT } from '../messages.ts'
import { dangers } from '../rules/answers.ts'
import type { Flag } from '../rules/redFlags.ts'
import { FlagBlocks } from './flags.tsx'
import { DoctorSection, KratomSection, OthersSection, SymptomsSection } from './sections.tsx'
import { Step } from './step.tsx'

interface FormPageProps {
  form: FormState<unknown>
  /** What in a form with mistakes cannot wait until they are mended. */
  urgent?: { flags: Flag[]; numbers: Numbers } | undefined
}

export function FormPage({ form, urgent }: FormPageProps) {
  const t = useT()
  const mistakes = Object.entries(form.mistakes).map(([field, key]) => ({ field, sentence: t.any(key) }))
  return (
    <Layout title={t('title')} zone="none">
      <h1>{t('title')}</h1>
      {urgent && (
        // It takes the focus before the mistaken field does, which would scroll the page past it.
        <div class="urgent" role="alert" tabindex={-1} autofocus>
          <p class="lead">{t('mistakes.urgent')}</p>
          <FlagBlocks {...urgent} />
        </div>
      )}
      <MistakeSummary mistakes={mistakes} />
      <p class="lead">{t('lead')}</p>
      <Form action="/check-in" class="checkin">
        <DangerSection form={form} />
        <KratomSection form={form} />
        <OthersSection form={form} />
        <DoctorSection form={form} />
        <SymptomsSection form={form} />
        <Card class="checkin-send">
          <Button>{t('send')}</Button>
          <p class="hint">{t('send_hint')}</p>
        </Card>
      </Form>
    </Layout>
  )
}

function DangerSection({ form }: Pick<FormPageProps, 'form'>) {
  const t = useT()
  const none = { value: 'none', label: t('danger.none') }
  const signs = dangers.map((sign) => ({
    value: sign,
    label: t(`danger.${sign}`),
    hint: sign === 'suicide' || sign === 'fluids' || sign === 'yellow' ? t(`danger.${sign}.hint`) : undefined,
  }))
  return (
    <Step number={1} title={t('section.danger')} hint={t('section.danger.hint')}>
      <p>
        <LinkButton href="/help" kind="danger">
          {t('danger.call')}
        </LinkButton>
      </p>
      <Choices
        type="checkbox"
        name="danger"
        label={t('danger.label')}
        hint={t('danger.hint')}
        options={[none, ...signs]}
        value={typedList(form, 'danger')}
        mistake={form.mistakes.danger && t.any(form.mistakes.danger)}
      />
      <Select
        name="country"
        label={t('country.label')}
        hint={t('country.hint')}
        value={typedText(form, 'country')}
        mistake={form.mistakes.country && t.any(form.mistakes.country)}
        options={[
          { value: '', label: t('country.none') },
          ...countries.map(({ code, name }) => ({ value: code, label: name, asWritten: true })),
        ]}
      />
    </Step>
  )
}
