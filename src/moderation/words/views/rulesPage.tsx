import { Card, Layout, LinkButton } from '../../../design/index.ts'
import { useT } from '../messages.ts'
import { ruleIds } from '../rules.ts'

export function RulesPage() {
  const t = useT()
  return (
    <Layout title={t('rules.title')} zone="none" sheets={['moderation/words/rules']}>
      <h1>{t('rules.title')}</h1>
      <p class="lead">{t('rules.lead')}</p>
      <ol class="house-rules">
        {ruleIds.map((rule) => (
          <li key={rule} id={rule}>
            <h2>{t(`rules.${rule}`)}</h2>
            <p>{t(`rules.${rule}.say`)}</p>
            <p class="soft">{t(`rules.${rule}.why`)}</p>
          </li>
        ))}
      </ol>
      <Card title={t('rules.before')}>
        <p>{t('rules.before.body')}</p>
      </Card>
      <Card title={t('rules.worried')}>
        <p>{t('rules.worried.body')}</p>
        <LinkButton href="/help">{t('rules.help')}</LinkButton>
      </Card>
      <Card title={t('rules.after')}>
        <p>{t('rules.after.body')}</p>
      </Card>
    </Layout>
  )
}
