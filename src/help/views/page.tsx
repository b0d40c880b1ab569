import { asWritten, Button, Card, Form, Layout, LinkButton, Notice, Select } from '../../design/index.ts'
import { countries, directory } from '../lines.ts'
import { useT } from '../messages.ts'
import type { Numbers } from '../numbers.ts'
import { EmergencyList, HelpNumbers } from './numbers.tsx'

interface HelpPageProps {
  numbers: Numbers
  /** A country was asked for that we have no list of. */
  unknown: boolean
  /** The visitor chose the country; otherwise it is the operator's, and the others' emergency numbers show too. */
  chosen: boolean
}

export function HelpPage({ numbers, unknown, chosen }: HelpPageProps) {
  const t = useT()
  return (
    <Layout title={t('title')} zone="none">
      <h1>{t('title')}</h1>
      <p class="lead">{t('lead')}</p>
      {unknown && (
        <Notice kind="warn">
          <p>{t('unknown')}</p>
        </Notice>
      )}
      <ChooseCountry action="/help" chosen={numbers.country?.code} />
      <HelpNumbers numbers={numbers} />
      {!chosen && numbers.country && (
        <Card title={t('emergency.all')}>
          <EmergencyList />
        </Card>
      )}
      <Directory />
      <DangerSigns />
      <Card title={t('now.title')}>
        <p>{t('now.text')}</p>
        <p>
          <LinkButton href="/now">{t('now.link')}</LinkButton>
        </p>
      </Card>
    </Layout>
  )
}

/** Works without JavaScript: the choice is part of the address, and is stored nowhere. */
export function ChooseCountry({ action, chosen }: { action: string; chosen: string | undefined }) {
  const t = useT()
  const options = countries.map(({ code, name }) => ({ value: code, label: name, asWritten: true }))
  return (
    <Form action={action} method="get" class="choose-country">
      <Select
        name="country"
        label={t('choose.label')}
        value={chosen}
        options={[{ value: '', label: t('choose.none') }, ...options]}
      />
      <Button kind="plain">{t('choose.go')}</Button>
    </Form>
  )
}

/** A link that a person follows; never a request that our page makes. */
export function Directory() {
  const t = useT()
  return (
    <Card title={t('directory.title')}>
      <p>{t('directory.text')}</p>
      <p>
        <LinkButton href={directory.url} rel="noreferrer noopener">
          {t('directory.open', { name: directory.name })}
        </LinkButton>
      </p>
      <p class="soft small" {...asWritten}>
        {directory.url.replace('https://', '')}
      </p>
    </Card>
  )
}

const signs = {
  now: ['breath', 'heart', 'mind', 'thoughts'],
  today: ['sedatives', 'fluids', 'liver', 'fever', 'pregnant'],
} as const

function DangerSigns() {
  const t = useT()
  return (
    <Card title={t('signs.title')}>
      <h3>{t('signs.now')}</h3>
      <ul>
        {signs.now.map((sign) => (
          <li key={sign}>{t(`signs.now.${sign}`)}</li>
        ))}
      </ul>
      <h3>{t('signs.today')}</h3>
      <ul>
        {signs.today.map((sign) => (
          <li key={sign}>{t(`signs.today.${sign}`)}</li>
        ))}
      </ul>
      <p>
        <a href="/guide/when-to-see-a-doctor">{t('signs.more')}</a>
      </p>
    </Card>
  )
}
