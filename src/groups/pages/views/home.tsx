import { asWritten, Button, Card, Choices, Form } from '../../../design/index.ts'
import type { Group } from '../../index.ts'
import { useT } from '../hostingMessages.ts'

interface HomeCardProps {
  group: Group
  isHome: boolean
  homeShown: boolean
  others: string[]
}

/** For a member: whether they call this group their home, and whether the others may know. */
export function HomeCard({ group, isHome, homeShown, others }: HomeCardProps) {
  const t = useT()
  return (
    <Card title={t('home.title')} id="home">
      <p class="soft">{t('home.lead')}</p>
      <Form action={`/groups/${group.slug}/home`}>
        <Choices
          type="checkbox"
          name="home"
          label={t('home.title')}
          value={isHome ? 'yes' : ''}
          options={[{ value: 'yes', label: t('home.is') }]}
        />
        <Choices
          type="checkbox"
          name="shown"
          label={t('home.shownLabel')}
          value={homeShown ? 'yes' : ''}
          options={[{ value: 'yes', label: t('home.shown') }]}
        />
        <Button kind="plain">{t('home.keep')}</Button>
      </Form>
      {others.length > 0 && (
        <p class="small">
          {t('home.others')}{' '}
          <strong dir="auto" {...asWritten}>
            {others.join(', ')}
          </strong>
        </p>
      )}
    </Card>
  )
}
