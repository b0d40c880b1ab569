import { asWritten, Card, formatTime, LinkButton, Notice, Tag, Tags } from '../../../design/index.ts'
import { Agenda } from '../../../groups/index.ts'
import { languageName } from '../../../platform/languages.ts'
import type { Meeting } from '../../meeting.ts'
import type { ClockTrouble } from '../../recurrence/clockChanges.ts'
import type { MeetingTime } from '../../store.ts'
import { minutesOf } from '../agenda.rules.ts'
import { useT } from '../messages.ts'
import type { Leader } from '../store.ts'
import { ClockNote } from './clockNote.tsx'

/** What a meeting's own page shows of what its host said. */

interface DifferentProps {
  meeting: Meeting
  times: MeetingTime[]
  /** Dates on which the clock there says the time twice. */
  doubled: ClockTrouble[]
}

/** Above everything else: what is not as usual on the next dates. */
export function Different({ meeting, times, doubled }: DifferentProps) {
  const t = useT()
  const different = times.filter(({ change }) => change)
  const day = (date: Temporal.PlainDate) => {
    const at = date.toZonedDateTime('UTC').toInstant()
    return formatTime({
      at,
      zone: 'UTC',
      locale: t.locale,
      format: { weekday: 'long', day: 'numeric', month: 'long' },
    })
  }
  const moment = (at: Temporal.Instant) =>
    formatTime({
      at,
      zone: meeting.zone ?? 'UTC',
      locale: t.locale,
      format: { weekday: 'long', day: 'numeric', month: 'long', hour: 'numeric', minute: '2-digit' },
    })
  return (
    <>
      {meeting.status === 'paused' && meeting.feedId === null && (
        <Notice kind="warn">
          <p>
            {meeting.pausedUntil
              ? t('shown.pausedUntil', { date: day(meeting.pausedUntil) })
              : t('shown.paused')}
          </p>
        </Notice>
      )}
      {different.map(({ onDate, startsAt, change, note }) => (
        <Notice key={String(onDate)} kind={change === 'note' ? 'good' : 'warn'}>
          <p>
            <strong>{t.any(`shown.${change}`, { date: day(onDate), when: moment(startsAt) })}</strong>
          </p>
          {note && (
            <p class="meeting-notes" dir="auto">
              {note}
            </p>
          )}
        </Notice>
      ))}
      {meeting.time && <ClockNote troubles={doubled} zone={meeting.zone ?? 'UTC'} time={meeting.time} />}
    </>
  )
}

export function WhatHappens({ meeting }: { meeting: Meeting }) {
  const t = useT()
  if (!meeting.agenda) return null
  return (
    <Card title={t('shown.agenda')} id="agenda">
      <p class="soft small">{t('shown.agendaHint', { minutes: minutesOf(meeting.agenda) })}</p>
      <Agenda name={meeting.name} parts={meeting.agenda} />
    </Card>
  )
}

/** Meditation, yoga and walks: what to bring, where to stand, and what to know about one's own body first. */
export function PracticeCard({ meeting, leaders }: { meeting: Meeting; leaders: Leader[] }) {
  const t = useT()
  const { practice, meetingPoint, distanceKm, terrain, weatherPlan, bring, consent } = meeting
  if (!practice) return null
  const length = distanceKm === null ? '' : t('shown.km', { km: distanceKm })
  const ground = terrain ? t(`host.terrain.${terrain}`) : ''
  return (
    <Card title={t(`host.practice.${practice}`)} id="practice">
      <dl class="said">
        <Said label={t('host.meetingPoint')} text={meetingPoint} />
        {(length || ground) && (
          <div>
            <dt>{t('shown.way')}</dt>
            <dd>{[length, ground].filter(Boolean).join(', ')}</dd>
          </div>
        )}
        <Said label={t('host.weatherPlan')} text={weatherPlan} />
        <Said label={t('host.bring')} text={bring} />
        <Said label={t('host.consent')} text={consent} />
        {leaders.length > 0 && (
          <div>
            <dt>{t('shown.leaders', { count: leaders.length })}</dt>
            <dd dir="auto" {...asWritten}>
              {leaders.map(({ handle }) => handle).join(', ')}
            </dd>
          </div>
        )}
      </dl>
      {practice === 'walk' && leaders.length < 2 && (
        <Notice kind="warn">
          <p>{t('shown.secondHost')}</p>
        </Notice>
      )}
    </Card>
  )
}

function Said({ label, text }: { label: string; text: string | null }) {
  if (!text) return null
  return (
    <div>
      <dt>{label}</dt>
      <dd dir="auto">{text}</dd>
    </div>
  )
}

/** Room, access and languages. */
export function ForWhom({ meeting }: { meeting: Meeting }) {
  const t = useT()
  const { access, capacity, languages } = meeting
  if (access.length === 0 && capacity === null && languages.length === 0) return null
  const names = new Intl.ListFormat(t.locale).format(languages.map((code) => languageName(code, t.locale)))
  return (
    <Card title={t('shown.who')} id="who">
      {access.length > 0 && (
        <Tags>
          {access.map((one) => (
            <Tag key={one}>{t(`host.access.${one}`)}</Tag>
          ))}
        </Tags>
      )}
      {languages.length > 0 && <p>{t('shown.languages', { languages: names })}</p>}
      {capacity !== null && <p>{t('shown.capacity', { capacity })}</p>}
    </Card>
  )
}

/** For a host, on the meeting's page: the nearest ways to change it. */
export function HostLinks({ meeting }: { meeting: Meeting }) {
  const t = useT()
  const path = `/groups/${meeting.groupSlug}/meetings/${meeting.id}`
  if (meeting.feedId !== null || meeting.status === 'ended') return null
  return (
    <p>
      <LinkButton href={`${path}/dates`}>{t('dates.open.host')}</LinkButton>
    </p>
  )
}
