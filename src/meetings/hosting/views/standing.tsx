import { Button, Card, Form, LinkButton, TextField } from '../../../design/index.ts'
import type { Group } from '../../../groups/index.ts'
import type { Meeting } from '../../meeting.ts'
import { useT } from '../messages.ts'

interface StandingProps {
  group: Group
  meeting: Meeting
  /** Shown when a date to pause until was refused. */
  mistake?: string | undefined
}

/** Whether a meeting is on: one date, a pause, the end. */
export function Standing({ group, meeting, mistake }: StandingProps) {
  const t = useT()
  const path = `/groups/${group.slug}/meetings/${meeting.id}`
  if (meeting.status === 'ended') return null
  return (
    <>
      <Card title={t('dates.title')}>
        <p>{t('dates.lead')}</p>
        <p>
          <LinkButton href={`${path}/dates`}>{t('dates.open')}</LinkButton>
        </p>
      </Card>
      <Card title={t('pause.title')} id="pause">
        {meeting.status === 'paused' ? (
          <>
            <p>{t('pause.is')}</p>
            <Form action={`${path}/resume`}>
              <Button kind="plain">{t('pause.resume')}</Button>
            </Form>
          </>
        ) : (
          <>
            <p>{t('pause.lead')}</p>
            <Form action={`${path}/pause`}>
              <TextField
                type="date"
                name="until"
                label={t('pause.until')}
                hint={t('pause.untilHint')}
                mistake={mistake}
                short
                optional
              />
              <Button kind="plain">{t('pause.button')}</Button>
            </Form>
          </>
        )}
      </Card>
      <Card title={t('host.end')}>
        <p>{t('host.endHint')}</p>
        <Form action={`${path}/end`}>
          <Button kind="danger">{t('host.end')}</Button>
        </Form>
      </Card>
    </>
  )
}
