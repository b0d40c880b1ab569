import {
  asWritten,
  Button,
  Card,
  Choices,
  Form,
  formatTime,
  Layout,
  LinkButton,
  Notice,
} from '../../../design/index.ts'
import { useT } from '../messages.ts'
import type { CalendarAddress } from './address.store.ts'

const sheets = ['meetings/publish/feeds']

export function AddressPage({ address }: { address: CalendarAddress | undefined }) {
  const t = useT()
  return (
    <Layout title={t('mine.title')} zone="own" {...{ sheets }}>
      <p class="small">
        <a href="/meetings/mine">{t('mine.back')}</a>
      </p>
      <h1>{t('mine.title')}</h1>
      <p class="lead">{t('mine.lead')}</p>
      {address && <Present {...{ address }} />}
      <Card title={t(address ? 'mine.newTitle' : 'mine.makeTitle')}>
        <p>{t(address ? 'mine.newText' : 'mine.makeText')}</p>
        <Form action="/meetings/mine/calendar">
          <Choices
            type="checkbox"
            name="plain"
            label={t('mine.plain')}
            value={address?.plain ? 'yes' : ''}
            options={[{ value: 'yes', label: t('mine.plainYes') }]}
          />
          <div class="buttons">
            <Button>{t(address ? 'mine.new' : 'mine.make')}</Button>
          </div>
        </Form>
      </Card>
      <p class="soft">{t('mine.others')}</p>
    </Layout>
  )
}

function Present({ address }: { address: CalendarAddress }) {
  const t = useT()
  const date = formatTime({
    at: address.madeAt,
    zone: 'UTC',
    locale: t.locale,
    format: { dateStyle: 'long' },
  })
  return (
    <Card title={t('mine.hasTitle')}>
      <p>{t('mine.has', { date })}</p>
      <Form action="/meetings/mine/calendar/end">
        <div class="buttons">
          <Button kind="danger">{t('mine.end')}</Button>
        </div>
      </Form>
    </Card>
  )
}

export function NewAddressPage({ address, plain }: { address: string; plain: boolean }) {
  const t = useT()
  return (
    <Layout title={t('mine.madeTitle')} zone="own" {...{ sheets }}>
      <h1>{t('mine.madeTitle')}</h1>
      <Notice kind="warn">
        <p>{t('mine.once')}</p>
      </Notice>
      <p>
        <code class="address" {...asWritten}>
          {address}
        </code>
      </p>
      <p class="buttons">
        <LinkButton kind="primary" href={address.replace(/^https?:/, 'webcal:')}>
          {t('mine.open')}
        </LinkButton>
        <LinkButton href="/meetings/mine/calendar">{t('mine.done')}</LinkButton>
      </p>
      <p>{t('mine.how')}</p>
      {plain && <p>{t('mine.plainMade')}</p>}
      <p class="soft">{t('mine.whoReads')}</p>
    </Layout>
  )
}
