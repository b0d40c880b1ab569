import { Button, Card, Form, Tag, Tags } from '../../design/index.ts'
import { useT } from '../messages.ts'
import type { ListedSession } from '../sessions.store.ts'

export interface SessionsProps {
  sessions: ListedSession[]
  currentId: string
  zone: string
}

export function Sessions({ sessions, currentId, zone }: SessionsProps) {
  const t = useT()
  return (
    <Card title={t('sessions.title')} id="sessions">
      <p class="soft">{t('sessions.lead')}</p>
      <ul class="rows">
        {sessions.map((session) => (
          <SessionRow key={session.id} session={session} isThis={session.id === currentId} zone={zone} />
        ))}
      </ul>
      {sessions.length > 1 && (
        <Form action="/account/sessions/end-others">
          <div class="buttons">
            <Button kind="plain">{t('sessions.end_others')}</Button>
          </div>
        </Form>
      )}
    </Card>
  )
}

function SessionRow({ session, isThis, zone }: { session: ListedSession; isThis: boolean; zone: string }) {
  const t = useT()
  const device = useDeviceWords()(session.label)
  return (
    <li class="session-row">
      <div>
        <strong>{device}</strong>
        <span class="soft small">
          {t('sessions.seen')} <Day at={session.lastSeenAt} zone={zone} />
        </span>
        {(isThis || session.shared) && (
          <Tags>
            {isThis && <Tag>{t('sessions.this')}</Tag>}
            {session.shared && <Tag kind="plain">{t('sessions.shared')}</Tag>}
          </Tags>
        )}
      </div>
      {!isThis && (
        <Form action={`/account/sessions/${session.id}/end`}>
          <Button kind="quiet">
            {t('sessions.end')}
            <span class="unseen">{t('sessions.end_which', { device })}</span>
          </Button>
        </Form>
      )}
    </li>
  )
}

function useDeviceWords(): (label: string) => string {
  const t = useT()
  return (label) => {
    const [browser = '', system = ''] = label.split('/')
    if (browser && system) return t('sessions.device', { browser, system })
    return browser || system ? t('sessions.device_one', { name: browser || system }) : t('sessions.unknown')
  }
}

/** A day and no hour: enough to recognise one's own device. */
export function Day({ at, zone }: { at: Temporal.Instant; zone: string }) {
  const { locale } = useT()
  const day = at.toZonedDateTimeISO(zone).toPlainDate()
  return <time datetime={day.toString()}>{day.toLocaleString(locale, { dateStyle: 'long' })}</time>
}
