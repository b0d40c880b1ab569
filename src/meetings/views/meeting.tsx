import { type ComponentChildren, Fragment } from 'preact'
import { Card, formatTime, Layout, LinkButton, Notice, Tag, Tags, zoneName } from '../../design/index.ts'
import { useGroupWords } from '../../groups/index.ts'
import type { Meeting } from '../meeting.ts'
import { useT } from '../messages.ts'
import type { PageParts } from '../pageParts.tsx'
import type { MeetingSource, MeetingTime } from '../store.ts'
import { recurrenceWords } from '../words.ts'
import { useAlternates } from './alternates.ts'
import { CalendarCard } from './elsewhere.tsx'
import { EventMarkup } from './eventMarkup.tsx'
import { NextTimes } from './nextTimes.tsx'

export interface MeetingPageProps {
  meeting: Meeting
  /** The lists that it came with. */
  sources: MeetingSource[]
  times: MeetingTime[]
  /** The visitor's zone. */
  zone: string
  zoneAsked: string | undefined
  /** Nobody told us the zone. */
  guess: boolean
  now: Temporal.Instant
  parts: PageParts
}

export function MeetingPage(props: MeetingPageProps) {
  const { meeting, parts, zone, zoneAsked, guess, now } = props
  const { isHost } = parts
  const t = useT()
  const group = useGroupWords()
  const way = meeting.online ? (meeting.inPerson ? 'row.hybrid' : 'row.online') : 'row.inPerson'
  return (
    <Layout
      title={meeting.name}
      alternates={useAlternates(meeting.id)}
      zone={parts.zone}
      wide
      islands={['meetings/zone']}
      sheets={['meetings/meeting', 'meetings/hosting']}
    >
      <p class="small">
        <a href={zoneAsked ? `/meetings?zone=${encodeURIComponent(zoneAsked)}` : '/meetings'}>
          {t('page.back')}
        </a>
      </p>
      <h1 dir="auto">{meeting.name}</h1>
      <WhenLine {...{ meeting }} />
      <Tags>
        <Tag>{group.any(`kind.${meeting.kind}`)}</Tag>
        {(meeting.online || meeting.inPerson) && <Tag kind="plain">{t(way)}</Tag>}
        {meeting.types.map((type) => (
          <Tag key={type} kind="plain">
            {t.any(`type.${type}`)}
          </Tag>
        ))}
        {meeting.tags.map((tag) => (
          <Tag key={tag} kind="plain">
            <span dir="auto">{tag}</span>
          </Tag>
        ))}
      </Tags>
      <StatusLine {...{ meeting }} />
      {parts.different}
      <div class="meeting-page">
        <NextTimes {...{ meeting, zone, guess, now }} times={props.times} />
        <HowToCome {...{ meeting }} />
        {parts.whatHappens}
        {parts.coming}
        <CalendarCard {...{ meeting }} />
        {meeting.notes && (
          <Card title={t('page.notes')}>
            <p class="meeting-notes" dir="auto">
              {meeting.notes}
            </p>
          </Card>
        )}
        <Card title={t('page.group')}>
          <p>
            <a href={`/groups/${meeting.groupSlug}`} dir="auto">
              {meeting.groupName}
            </a>
          </p>
          <Sources sources={props.sources} />
          {isHost && (
            <p>
              <LinkButton href={`/groups/${meeting.groupSlug}/meetings/${meeting.id}`}>
                {t('page.edit')}
              </LinkButton>
            </p>
          )}
          {parts.hostLinks}
          {parts.suggest}
        </Card>
      </div>
      <EventMarkup {...{ meeting, times: props.times }} />
    </Layout>
  )
}

function WhenLine({ meeting }: { meeting: Meeting }) {
  const t = useT()
  if (!meeting.recurrence || !meeting.time || !meeting.zone)
    return <p class="lead">{t('page.byAppointment')}</p>
  const start = Temporal.PlainTime.from(meeting.time)
  const clock = (time: Temporal.PlainTime) =>
    formatTime({
      at: Temporal.PlainDate.from('2024-01-01')
        .toZonedDateTime({ timeZone: 'UTC', plainTime: time })
        .toInstant(),
      zone: 'UTC',
      locale: t.locale,
      format: { hour: 'numeric', minute: '2-digit' },
    })
  const said = {
    when: recurrenceWords(t, meeting.recurrence),
    from: clock(start),
    to: clock(start.add({ minutes: meeting.minutes })),
    zone: zoneName(t.locale, meeting.zone),
  }
  return <p class="lead">{t('when.at', said)}</p>
}

function StatusLine({ meeting }: { meeting: Meeting }) {
  const t = useT()
  // A host's own pause is said with the dates that are different.
  if (meeting.status === 'paused' && meeting.feedId === null) return null
  if (meeting.status === 'paused') return <Notice kind="warn">{t('page.paused')}</Notice>
  if (meeting.status === 'ended') return <Notice kind="warn">{t('page.ended')}</Notice>
  return null
}

function HowToCome({ meeting }: { meeting: Meeting }) {
  const t = useT()
  const { onlineUrl, phone, inPerson, placeName, address } = meeting
  const hasPlace = inPerson && Boolean(placeName ?? address)
  return (
    <Card title={t('page.how')}>
      {!onlineUrl && !phone && !hasPlace && <p>{t('page.noWay')}</p>}
      {onlineUrl && (
        <Way>
          <LinkButton kind="primary" href={onlineUrl} rel="noreferrer nofollow">
            {t('page.join')}
          </LinkButton>
          <UserText text={meeting.onlineNotes} />
          <p class="soft small">{t('page.joinNote')}</p>
        </Way>
      )}
      {phone && (
        <Way title={t('page.phone')}>
          <p>
            <a class="tap" href={`tel:${phone.replace(/[^\d+,;*#]/g, '')}`} dir="ltr">
              {phone}
            </a>
          </p>
          <UserText text={meeting.phoneNotes} />
        </Way>
      )}
      {hasPlace && (
        <Way title={t('page.place')}>
          <UserText text={placeName} strong />
          <UserText text={address ?? meeting.town} />
          <UserText text={meeting.placeNotes} />
          <Directions {...{ meeting }} />
        </Way>
      )}
    </Card>
  )
}

function Way({ title, children }: { title?: string; children: ComponentChildren }) {
  return (
    <div class="way-in">
      {title && <h3>{title}</h3>}
      {children}
    </div>
  )
}

function UserText({ text, strong }: { text: string | null; strong?: boolean }) {
  if (!text) return null
  return (
    <p class={strong ? 'meeting-notes strong' : 'meeting-notes'} dir="auto">
      {text}
    </p>
  )
}

function Directions({ meeting }: { meeting: Meeting }) {
  const t = useT()
  const { latitude, longitude, feedId } = meeting
  // A meeting made here only knows the middle of its town, which is not where people meet.
  const isExact = feedId !== null && latitude !== null && longitude !== null
  const point = isExact ? `${latitude.toFixed(5)},${longitude.toFixed(5)}` : undefined
  const words = [meeting.address ?? meeting.placeName, meeting.address ? null : meeting.town].filter(Boolean)
  const search = point
    ? `https://www.openstreetmap.org/directions?to=${encodeURIComponent(point)}`
    : words.length > 0 && `https://www.openstreetmap.org/search?query=${encodeURIComponent(words.join(', '))}`
  if (!search) return null
  return (
    <>
      <p class="buttons">
        <LinkButton href={search} rel="noreferrer nofollow">
          {t('page.directions')}
        </LinkButton>
        {point && (
          <LinkButton kind="quiet" href={`geo:${point}`}>
            {t('page.onMap')}
          </LinkButton>
        )}
      </p>
      <p class="soft small">{t('page.directionsNote')}</p>
    </>
  )
}

/** Several lists may tell of the same meeting: each is named, with its own page of it. */
function Sources({ sources }: { sources: MeetingSource[] }) {
  const t = useT()
  const said = (readAt: Temporal.Instant | null) =>
    readAt
      ? new Intl.DateTimeFormat(t.locale, { dateStyle: 'long', timeZone: 'UTC' }).format(
          readAt.epochMilliseconds,
        )
      : '–'
  const lines = sources.map(({ name, readAt, pageUrl }, index) => (
    <Fragment key={name}>
      <p class="soft small" dir="auto">
        {t(index === 0 ? 'page.source' : 'page.sourceToo', { feed: name, date: said(readAt) })}
      </p>
      {pageUrl && sources.findIndex((each) => each.pageUrl === pageUrl) === index && (
        <p class="small">
          <a href={pageUrl} rel="noreferrer nofollow">
            {sources.length > 1 ? t('page.sourceLinkOf', { feed: name }) : t('page.sourceLink')}
          </a>
        </p>
      )}
    </Fragment>
  ))
  return <>{lines}</>
}
