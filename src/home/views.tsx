import {
  asWritten,
  BookMark,
  Card,
  ClockMark,
  Door,
  Empty,
  Layout,
  LinkButton,
  MoonMark,
  PeopleMark,
  zoneName,
} from '../design/index.ts'
import { TopicRow, type TopicSummary, WaitingRow } from '../forum/index.ts'
import { MeetingRow, type UpcomingMeeting } from '../meetings/index.ts'
import { useVisit } from '../platform/visit.ts'
import { useT } from './messages.ts'

interface HomePageProps {
  soon: UpcomingMeeting[]
  waiting: TopicSummary[]
  topics: TopicSummary[]
  zone: string
  /** Nobody told us this zone. */
  guess: boolean
  now: Temporal.Instant
}

export function HomePage(props: HomePageProps) {
  const t = useT()
  return (
    <Layout title={t('tab')} zone="none" wide islands={props.soon.length > 0 ? ['home/own-times'] : []}>
      <div class="home-top">
        <div>
          <h1 class="home-title">
            {t('title.one')} <br />
            {t('title.two')}
          </h1>
          <p class="lead">{t('lead')}</p>
          <div class="buttons">
            <LinkButton kind="primary" href="/check-in">
              {t('where')}
            </LinkButton>
            <LinkButton href="/groups/fit">{t('people')}</LinkButton>
          </div>
        </div>
        <div>
          <Doors />
          <p class="home-family">
            <a href="/guide/family-and-friends">{t('family')}</a>
          </p>
        </div>
      </div>
      <div class="columns">
        <Soon {...props} />
        <Waiting {...props} />
        <Talk {...props} />
      </div>
      <Promises />
    </Layout>
  )
}

function Doors() {
  const t = useT()
  return (
    <div class="home-doors">
      <Door now href="/now" icon={<MoonMark />} title={t('door.now')} text={t('door.now.text')} />
      <Door href="/journal" icon={<BookMark />} title={t('door.journal')} text={t('door.journal.text')} />
      <Door href="/check-in" icon={<ClockMark />} title={t('door.checkin')} text={t('door.checkin.text')} />
      <Door href="/groups/fit" icon={<PeopleMark />} title={t('door.fit')} text={t('door.fit.text')} />
    </div>
  )
}

function Soon({ soon, zone, guess, now }: HomePageProps) {
  const t = useT()
  const { member } = useVisit()
  return (
    <Card title={t('soon')}>
      {soon.length === 0 ? (
        <Empty>{t('soon.none')}</Empty>
      ) : (
        <ul class="rows" {...(member?.zone ? {} : { 'data-own-times': zone })}>
          {soon.map((meeting) => (
            <MeetingRow
              key={`${meeting.id} ${meeting.startsAt}`}
              {...{ meeting, zone, now }}
              guess={guess && meeting.online}
            />
          ))}
        </ul>
      )}
      {soon.length > 0 && (
        <p class="soft small">
          {t('soon.zone')}{' '}
          <span data-zone-name {...asWritten}>
            {zoneName(t.locale, zone)}
          </span>
        </p>
      )}
      <p>
        <a href="/meetings">{t('soon.all')}</a>
      </p>
    </Card>
  )
}

function Waiting({ waiting, now }: HomePageProps) {
  const t = useT()
  if (waiting.length === 0) return null
  return (
    <Card title={t('waiting')}>
      <p class="soft">{t('waiting.text')}</p>
      <ul class="rows">
        {waiting.map((topic) => (
          <WaitingRow key={topic.id} topic={topic} now={now} />
        ))}
      </ul>
    </Card>
  )
}

function Talk({ topics, zone }: HomePageProps) {
  const t = useT()
  return (
    <Card title={t('talk')}>
      {topics.length === 0 ? (
        <Empty>{t('talk.none')}</Empty>
      ) : (
        <ul class="rows">
          {topics.map((topic) => (
            <TopicRow key={topic.id} topic={topic} zone={zone} />
          ))}
        </ul>
      )}
      <p>
        <a href="/forum">{t('talk.all')}</a>
      </p>
    </Card>
  )
}

function Promises() {
  const t = useT()
  return (
    <section class="home-promises">
      <h2>{t('promise.title')}</h2>
      <ul>
        <li>{t('promise.name')}</li>
        <li>{t('promise.foreign')}</li>
        <li>{t('promise.zones')}</li>
        <li>{t('promise.script')}</li>
      </ul>
    </section>
  )
}
