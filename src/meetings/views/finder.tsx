import { Empty, formatTime, Layout, LinkButton, Notice } from '../../design/index.ts'
import type { Choices } from '../finder/choices.store.ts'
import { isFolded, type Line, linesOf } from '../finder/folding.ts'
import { useT } from '../finder/messages.ts'
import { finderPath, type Search } from '../finder/search.ts'
import type { SoughtWord } from '../finder/wanted.ts'
import type { UpcomingMeeting } from '../meeting.ts'
import { useT as useMeetingWords } from '../messages.ts'
import type { Place } from '../places/place.ts'
import { useAlternates } from './alternates.ts'
import { Chosen, NearLine, WordsLine } from './chosen.tsx'
import { ElsewhereLine } from './elsewhere.tsx'
import { FilterForm } from './filterForm.tsx'
import { Looks, QuickWays } from './looks.tsx'
import { MeetingRow } from './row.tsx'
import { isPlaced, ZoneLine } from './zoneLine.tsx'

export interface FinderProps {
  search: Search
  misread: boolean
  /** The visitor's zone, and whether nobody told us. */
  zone: string
  guess: boolean
  now: Temporal.Instant
  near: { found: Place | undefined; others: Place[] } | undefined
  words: SoughtWord[]
  choices: Choices
}

interface ListProps extends FinderProps {
  /** Of groups that were made here, when the search has others too. */
  house: UpcomingMeeting[]
  meetings: UpcomingMeeting[]
  /** The address of the next page. */
  later: string | undefined
  /** Whether this site has any meeting at all. */
  anyAtAll: boolean
}

export function FinderPage(props: ListProps) {
  const { search, misread, zone, guess, near, later, words, choices, house } = props
  const { filters } = search
  const t = useMeetingWords()
  return (
    <Layout
      title={t('title')}
      alternates={useAlternates()}
      zone="none"
      wide
      islands={['meetings/zone']}
      sheets={['meetings/finder']}
    >
      <h1>{t('title')}</h1>
      <p class="lead">{t('lead')}</p>
      <QuickWays {...{ search }} />
      <div class="finder">
        <FilterForm {...{ search, choices }} look="list" />
        <div class="finder-found">
          <Looks {...{ search }} look="list" />
          <Chosen {...{ search }} look="list" near={near?.found} />
          {misread && <Notice kind="warn">{t('list.wrongFilter')}</Notice>}
          <NearLine {...{ search, near }} look="list" />
          <WordsLine {...{ words }} />
          <ZoneLine
            {...{ zone, guess }}
            there={isPlaced(filters, near)}
            path={finderPath({ ...search, zoneAsked: undefined })}
          />
          {house.length > 0 && <House {...props} />}
          {filters.sort === 'distance' ? <Nearest {...props} /> : <Days {...props} />}
          <nav class="pager" aria-label={t('list.pages')}>
            {filters.after ? <LinkButton href={finderPath(search)}>{t('list.start')}</LinkButton> : <span />}
            {later && <LinkButton href={later}>{t('list.later')}</LinkButton>}
          </nav>
        </div>
      </div>
      <ElsewhereLine {...{ search }} />
      <p class="soft small">{t('place.source')}</p>
    </Layout>
  )
}

/** The few that were made for this very thing would drown among thousands of others: they come first. */
function House({ house, search, zone, now, guess }: ListProps) {
  const t = useT()
  return (
    <section class="finder-house" aria-labelledby="house">
      <h2 id="house">{t('house.title')}</h2>
      <p class="soft">{t('house.lead')}</p>
      <ul class="meeting-list">
        {house.map((meeting, index) => (
          <DatedRow
            key={`${meeting.id} ${meeting.startsAt}`}
            {...{ meeting, zone, now, guess }}
            before={house[index - 1]}
          />
        ))}
      </ul>
      <p>
        <a class="tap" href={finderPath(search, { from: 'house' })}>
          {t('house.all')}
        </a>
      </p>
    </section>
  )
}

const dayFormat = { weekday: 'short', day: 'numeric', month: 'short' } as const

interface DatedProps {
  meeting: UpcomingMeeting
  /** The row above, whose day need not be said again. */
  before: UpcomingMeeting | undefined
  zone: string
  now: Temporal.Instant
  guess: boolean
}

/** A row that stands under no day and so names its own. */
function DatedRow({ before, ...props }: DatedProps) {
  const { meeting, zone } = props
  const t = useT()
  const dayOfRow = (row: UpcomingMeeting) => row.startsAt.toZonedDateTimeISO(zone).toPlainDate()
  const isSame = before !== undefined && dayOfRow(before).equals(dayOfRow(meeting))
  return (
    <li class={isSame ? 'meeting-dated same' : 'meeting-dated'}>
      {!isSame && (
        <p class="meeting-date">
          <time datetime={dayOfRow(meeting).toString()}>
            {formatTime({ at: meeting.startsAt, zone, locale: t.locale, format: dayFormat })}
          </time>
        </p>
      )}
      <ul class="meeting-list">
        <MeetingRow {...props} full />
      </ul>
    </li>
  )
}

function NothingFound({ anyAtAll }: { anyAtAll: boolean }) {
  const t = useMeetingWords()
  return (
    <Empty>
      <p>
        <strong>{t(anyAtAll ? 'list.none' : 'list.noneYet')}</strong>
      </p>
      <p>{t(anyAtAll ? 'list.noneHint' : 'list.noneYetHint')}</p>
    </Empty>
  )
}

function Nearest({ meetings, zone, now, guess, anyAtAll }: ListProps) {
  const t = useT()
  if (meetings.length === 0) return <NothingFound {...{ anyAtAll }} />
  return (
    <>
      <p class="soft">{t('list.nearest')}</p>
      <ul class="meeting-list">
        {meetings.map((meeting, index) => (
          <DatedRow key={meeting.id} {...{ meeting, zone, now, guess }} before={meetings[index - 1]} />
        ))}
      </ul>
    </>
  )
}

function Days(props: ListProps) {
  const { search, meetings, house, zone, now, anyAtAll } = props
  const t = useT()
  if (meetings.length === 0) return house.length === 0 ? <NothingFound {...{ anyAtAll }} /> : null
  const fold = isFolded(search.filters)
  const days = Map.groupBy(meetings, (meeting) => dayOf(meeting, zone, now).toString())
  return (
    <>
      {house.length > 0 && <h2 class="finder-all">{t('lists.title')}</h2>}
      {[...days].map(([day, rows]) => (
        <section key={day} class="meeting-day">
          <DayTitle {...{ day, zone, now }} level={house.length > 0 ? 3 : 2} />
          <ul class="meeting-list">
            {linesOf(rows, fold).map((line) => (
              <LineOfDay key={`${line.first.id} ${line.first.startsAt}`} {...{ line, day }} {...props} />
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}

function LineOfDay({ line, day, ...props }: ListProps & { line: Line; day: string }) {
  const t = useT()
  const { zone, now, guess } = props
  const row = (meeting: UpcomingMeeting) => (
    <MeetingRow
      key={`${meeting.id} ${meeting.startsAt}`}
      {...{ meeting, zone, now, guess }}
      day={Temporal.PlainDate.from(day)}
      full
    />
  )
  if (line.folded.length === 0) return row(line.first)
  return (
    <>
      {row(line.first)}
      <li class="meeting-folded">
        <details>
          <summary dir="auto">
            {t('list.folded', { count: line.folded.length, source: line.first.source ?? '' })}
          </summary>
          <ul class="meeting-list">{line.folded.map(row)}</ul>
        </details>
      </li>
    </>
  )
}

/** A meeting that is on since yesterday evening stands under today. */
function dayOf(meeting: UpcomingMeeting, zone: string, now: Temporal.Instant): Temporal.PlainDate {
  const at = Temporal.Instant.compare(meeting.startsAt, now) < 0 ? now : meeting.startsAt
  return at.toZonedDateTimeISO(zone).toPlainDate()
}

function DayTitle({
  day,
  zone,
  now,
  level,
}: {
  day: string
  zone: string
  now: Temporal.Instant
  level: 2 | 3
}) {
  const t = useMeetingWords()
  const Heading = `h${level}` as const
  const date = Temporal.PlainDate.from(day)
  const today = now.toZonedDateTimeISO(zone).toPlainDate()
  const at = date.toZonedDateTime({ timeZone: zone, plainTime: '12:00' }).toInstant()
  const format = { weekday: 'long', day: 'numeric', month: 'long' } as const
  const apart = today.until(date).days
  return (
    <Heading>
      {apart === 0 && <span>{t('day.today')}, </span>}
      {apart === 1 && <span>{t('day.tomorrow')}, </span>}
      <time datetime={day}>{formatTime({ at, zone, locale: t.locale, format })}</time>
    </Heading>
  )
}
