import { Button, Card, Form, LinkButton } from '../../design/index.ts'
import { useT } from '../messages.ts'
import type { CompleteAnswers } from '../rules/answers.ts'
import { purposeOf } from '../rules/purpose.ts'

/** People, last and never least: the fit, and who meets next. */
export function People({ answers }: { answers: CompleteAnswers }) {
  const t = useT()
  return (
    <Card title={t('people.title')} class="people">
      <p class="soft">{t('people.lead')}</p>
      <div class="no-print">
        <Form action="/groups/fit" method="get">
          <input type="hidden" name="purpose" value={purposeOf(answers)} />
          <Button>{t('people.fit')}</Button>
        </Form>
        <p class="hint">{t('people.fit.hint')}</p>
        <LinkButton href="/meetings" kind="quiet">
          {t('people.all')}
        </LinkButton>
      </div>
    </Card>
  )
}
