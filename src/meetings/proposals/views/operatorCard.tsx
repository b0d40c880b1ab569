import { Card, LinkButton } from '../../../design/index.ts'
import { useT } from '../messages.ts'

/** For the operator's own page: the way to what waits for them. */
export function SuggestionsCard() {
  const t = useT()
  return (
    <Card title={t('operator.title')}>
      <p>{t('operator.text')}</p>
      <LinkButton href="/operations/suggestions">{t('operator.go')}</LinkButton>
    </Card>
  )
}
