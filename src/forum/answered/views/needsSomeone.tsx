import { Choices } from '../../../design/index.ts'
import { type MistakenForm, typedText } from '../../../platform/forms.ts'
import { useT } from '../messages.ts'

/** For any post: an answer is needed soon, not only read with pleasure. */
export function NeedsSomeone({ form }: { form: MistakenForm }) {
  const t = useT()
  return (
    <Choices
      type="checkbox"
      name="needs"
      label={t('needs.label')}
      options={[{ value: 'yes', label: t('needs.option'), hint: t('needs.hint') }]}
      value={typedText(form, 'needs')}
    />
  )
}
