import { Choices, LinkButton, Notice } from '../../../design/index.ts'
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

/** Said once after it was sent: where it stands now, and what does not have to wait. */
export function AfterNeeds() {
  const t = useT()
  return (
    <div data-until-answer>
      <Notice kind="warn" role="status" said>
        <p>{t('needs.sent')}</p>
        <div class="buttons">
          <LinkButton href="/help">{t('nobody.help')}</LinkButton>
          <LinkButton kind="quiet" href="/forum/waiting">
            {t('needs.seeWaiting')}
          </LinkButton>
        </div>
      </Notice>
    </div>
  )
}
