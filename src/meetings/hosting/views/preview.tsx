import { Card, Notice, Time } from '../../../design/index.ts'
import { Agenda } from '../../../groups/index.ts'
import type { Place } from '../../places/place.ts'
import type { DatedOccurrence } from '../../recurrence/changes.ts'
import type { ClockTrouble } from '../../recurrence/clockChanges.ts'
import { minutesOf } from '../agenda.rules.ts'
import type { HostedMeeting } from '../hosted.ts'
import { useT } from '../messages.ts'
import { saidFields } from '../said.ts'
import { ClockNote } from './clockNote.tsx'

export interface Preview {
  meeting: HostedMeeting
  times: Pick<DatedOccurrence, 'startsAt'>[]
  troubles: ClockTrouble[]
  /** What the gazetteer knows of the town that was typed. */
  town: { found: Place | undefined; others: Place[] } | undefined
  leaders: number
}

const day = {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
} as const

/** The meeting in words before it is in anybody's list, with what a host may have overlooked. */
export function PreviewCard({ preview }: { preview: Preview }) {
  const t = useT()
  const { meeting, times } = preview
  const said = saidFields(t.locale, meeting).filter(
    ({ field, text }) => text !== '' && field !== 'name' && field !== 'agenda',
  )
  return (
    <Card title={t('preview.title')} id="preview" class="host-preview">
      <p class="preview-name" dir="auto">
        {meeting.name}
      </p>
      <dl class="said">
        <div>
          <dt>{t('preview.next')}</dt>
          <dd>
            {times.length === 0 && t('preview.noNext')}
            <ul class="plain-list">
              {times.map(({ startsAt }) => (
                <li key={String(startsAt)}>
                  <Time at={startsAt} zone={meeting.zone} locale={t.locale} format={day} />
                </li>
              ))}
            </ul>
          </dd>
        </div>
        {said.map(({ field, label, text }) => (
          <div key={field}>
            <dt>{label}</dt>
            <dd dir="auto">{text}</dd>
          </div>
        ))}
      </dl>
      {meeting.agenda && <Agenda name={meeting.name} parts={meeting.agenda} />}
      <Overlooked {...{ preview }} />
    </Card>
  )
}

function Overlooked({ preview: { meeting, troubles, town, leaders } }: { preview: Preview }) {
  const t = useT()
  const planned = minutesOf(meeting.agenda ?? [])
  return (
    <>
      <ClockNote {...{ troubles }} zone={meeting.zone} time={meeting.time} />
      {meeting.agenda && planned !== meeting.minutes && (
        <Notice kind="warn">
          <p>{t('preview.agenda', { planned, minutes: meeting.minutes })}</p>
        </Notice>
      )}
      {town && !town.found && (
        <Notice kind="warn">
          <p>{t('preview.town', { town: meeting.town ?? '' })}</p>
          {town.others.length > 0 && (
            <p dir="auto">
              {t('preview.towns', {
                towns: town.others.map(({ name, country }) => `${name}, ${country}`).join('; '),
              })}
            </p>
          )}
        </Notice>
      )}
      {meeting.practice === 'walk' && leaders < 2 && (
        <Notice kind="warn">
          <p>{t('preview.leaders')}</p>
        </Notice>
      )}
    </>
  )
}
