import { asWritten, Card, LinkButton, zoneName } from '../../design/index.ts'
import { MeetingRow, type UpcomingMeeting } from '../../meetings/index.ts'
import { useVisit } from '../../platform/visit.ts'
import { useT as useNightWords } from '../messages.ts'
import { useT } from '../practice/messages.ts'
import { NightAnswer } from './night.tsx'

/** Who is there at this hour. */
export interface Awake {
  meetings: UpcomingMeeting[]
  /** How many greeters have said that they are here. */
  greeters: number
}

interface NightAloneProps {
  /** Undefined when we could not look. */
  people: Awake | undefined
  zone: string
}

/** People, at once: who is awake, who meets next, and where one can write. */
export function NightAlonePage({ people, zone }: NightAloneProps) {
  const t = useNightWords()
  const say = useT()
  const nobody = people?.greeters === 0
  const isQuiet = people?.meetings.length === 0
  return (
    <NightAnswer
      loudest="alone"
      islands={people && !isQuiet ? ['home/own-times'] : []}
      sheets={['toolkit/practice']}
    >
      <p class="lead">{t('now.alone.text')}</p>
      {people && people.greeters > 0 && <GreetersHere count={people.greeters} />}
      {/* Where no meeting is near, what can be done now stands before a list of other days. */}
      {nobody && isQuiet && <NobodyHere />}
      <h2>{t('now.alone.meetings')}</h2>
      <Meetings meetings={people?.meetings} zone={zone} />
      <ul class="night-doors small">
        <li>
          <a href="/meetings">{t('now.alone.meetings.all')}</a>
        </li>
      </ul>
      {nobody && !isQuiet && <NobodyHere />}
      <h2>{t('now.alone.forum')}</h2>
      <p>{t('now.alone.forum.text')}</p>
      <ul class="night-doors small">
        {nobody && (
          <li>
            <a href="/forum/new">{say('greeters.write')}</a>
          </li>
        )}
        <li>
          <a href="/forum">{t('now.alone.read')}</a>
        </li>
        <li>
          <a href="/groups/fit">{t('now.alone.groups')}</a>
        </li>
      </ul>
    </NightAnswer>
  )
}

/** Members who said a while ago that they are here and read what newcomers write. */
function GreetersHere({ count }: { count: number }) {
  const t = useT()
  return (
    <Card class="awake">
      <h2>{t('greeters.here', { count })}</h2>
      <p>{t('greeters.who')}</p>
      <LinkButton kind="primary" href="/forum/new">
        {t('greeters.write')}
      </LinkButton>
      <p class="soft">{t('greeters.name')}</p>
    </Card>
  )
}

/** What to do now while nobody promised to answer. */
function NobodyHere() {
  const t = useT()
  return (
    <>
      <h2>{t('greeters.none')}</h2>
      <p>{t('greeters.none.lead')}</p>
      <ul class="night-doors small">
        <li>
          <a href="/help">{t('greeters.none.call')}</a>
        </li>
        <li>
          <a href="/now/craving">{t('greeters.none.wave')}</a>
        </li>
        <li>
          <a href="/forum/days">{t('greeters.none.day')}</a>
        </li>
      </ul>
    </>
  )
}

function Meetings({ meetings, zone }: { meetings: UpcomingMeeting[] | undefined; zone: string }) {
  const t = useNightWords()
  const { now, member } = useVisit()
  if (!meetings) return <p>{t('now.alone.meetings.unknown')}</p>
  if (meetings.length === 0) return <p>{t('now.alone.meetings.none')}</p>
  return (
    <>
      {/* Who has told us no zone reads the times by the clock in their own room. */}
      <ul class="meeting-list" {...(member?.zone ? {} : { 'data-own-times': zone })}>
        {meetings.map((meeting) => (
          <MeetingRow key={`${meeting.id} ${meeting.startsAt}`} {...{ meeting, zone, now }} />
        ))}
      </ul>
      <p class="soft small">
        {t('now.alone.zone')}{' '}
        <span data-zone-name {...asWritten}>
          {zoneName(t.locale, zone)}
        </span>
      </p>
    </>
  )
}
