import { Choices, Select, TextArea, TextField } from '../../../design/index.ts'
import { type Form as Filled, typedList, typedText } from '../../../platform/forms.ts'
import { languageName } from '../../../platform/languages.ts'
import { useVisit } from '../../../platform/visit.ts'
import { zonesWith } from '../../fit/index.ts'
import {
  circles,
  type GroupDraft,
  type GroupKind,
  languagesWith,
  practices,
  purposes,
  spiritualities,
  useGroupWords,
} from '../../index.ts'
import { useT } from '../messages.ts'

export interface EditProps {
  form: Filled<GroupDraft>
}

export function Fields({ form, kind }: EditProps & { kind: GroupKind }) {
  const t = useT()
  const words = useGroupWords()
  const mistake = (field: string) => {
    const key = form.mistakes[field]
    return key ? t.any(key) : undefined
  }
  const text = (field: string) => ({ name: field, value: typedText(form, field), mistake: mistake(field) })
  const boxes = (field: string) => ({
    name: field,
    value: typedList(form, field),
    mistake: mistake(field),
    row: true,
  })
  return (
    <>
      <TextField
        {...text('name')}
        label={t('field.name')}
        hint={t('field.name.hint')}
        maxlength={80}
        autocomplete="off"
      />
      <TextArea
        {...text('summary')}
        label={t('field.summary')}
        hint={t('field.summary.hint')}
        maxlength={400}
        rows={3}
        optional
      />
      {kind === 'holistic' && (
        <Choices
          {...boxes('practices')}
          type="checkbox"
          label={t('field.practices')}
          options={practices.map((value) => ({ value, label: words(`practice.${value}`) }))}
        />
      )}
      {kind !== 'family' && (
        <Choices
          {...boxes('purposes')}
          type="checkbox"
          label={t('field.purposes')}
          hint={t('field.purposes.hint')}
          options={purposes.map((value) => ({ value, label: words(`purpose.${value}`) }))}
        />
      )}
      <Choices
        {...text('way')}
        type="radio"
        row
        label={t('field.way')}
        options={(['online', 'in_person', 'both'] as const).map((value) => ({
          value,
          label: words(`way.${value}`),
        }))}
      />
      <TextField
        {...text('place')}
        label={t('field.place')}
        hint={t('field.place.hint')}
        maxlength={80}
        autocomplete="off"
        optional
      />
      <TextArea
        {...text('agreements')}
        label={t('field.agreements')}
        hint={t('field.agreements.hint')}
        maxlength={6000}
        rows={14}
      />
      <More {...{ form, text, boxes }} />
    </>
  )
}

interface MoreProps extends EditProps {
  text: (field: string) => { name: string; value: string; mistake: string | undefined }
  boxes: (field: string) => { name: string; value: string[]; mistake: string | undefined; row: boolean }
}

/** What has a good default: it stays folded unless something in it needs another look. */
function More({ form, text, boxes }: MoreProps) {
  const t = useT()
  const words = useGroupWords()
  const { locale } = useVisit()
  const inside = ['spirituality', 'circles', 'language', 'language2', 'zone']
  const zone = typedText(form, 'zone')
  const languages = languagesWith(typedText(form, 'language'), typedText(form, 'language2'))
  const options = languages.map((value) => ({ value, label: languageName(value, locale), asWritten: true }))
  return (
    <details class="more" open={inside.some((field) => form.mistakes[field])}>
      <summary>{t('more.details')}</summary>
      <Choices
        {...text('spirituality')}
        type="radio"
        label={t('field.spirituality')}
        options={spiritualities.map((value) => ({ value, label: words(`spirituality.${value}`) }))}
      />
      <Choices
        {...boxes('circles')}
        type="checkbox"
        label={t('field.circles')}
        hint={t('field.circles.hint')}
        options={circles.map((value) => ({ value, label: words(`circle.${value}`) }))}
      />
      <Select {...text('language')} label={t('field.language')} options={options} short />
      <Select
        {...text('language2')}
        label={t('field.language2')}
        options={[{ value: '', label: t('field.language.none') }, ...options]}
        short
      />
      <Select
        {...text('zone')}
        label={t('field.zone')}
        options={zonesWith(zone).map((value) => ({
          value,
          label: value.replaceAll('_', ' '),
          asWritten: true,
        }))}
      />
    </details>
  )
}
