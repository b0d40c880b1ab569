import { asWritten, Button, Card, Form, LinkButton, zoneName } from '../../design/index.ts'
import { FitCard } from '../../groups/fit/index.ts'
import { MeetingRow, type UpcomingMeeting } from '../../meetings/index.ts'
import { useVisit } from '../../platform/visit.ts'
import { useT } from '../messages.ts'
import type { CompleteAnswers } from '../rules/answers.ts'
import { purposeOf } from '../rules/purpose.ts'

type Fit = Parameters<typeof FitCard>[0]['fit']

interface FoundPeople {
  fits: Fit[]
  meetings: UpcomingMeeting[]
  zone: string
}

interface PeopleProps {
  answers: CompleteAnswers
  /** Undefined when we could not look, which is not the same as nobody. */
  found: FoundPeople | undefined
}

/** People, last and never least: who meets next, and the groups that may fit. */
export function People({ answers, found }: PeopleProps) {
  const t = useT()
  if (answers.under18)
    return (
      <Card title={t('people.title')} class="people">
        <p>{t('line.under18_someone')}</p>
        <p>{t('line.under18_here')}</p>
        <LinkButton href="/help">{t('danger.call')}</LinkButton>
      </Card>
    )
  return (
    <Card title={t('people.title')} class="people">
      <p class="soft">{t('people.lead')}</p>
      {found ? <Found {...found} /> : <p>{t('people.unknown')}</p>}
      <div class="no-print">
        <Form action="/groups/fit" method="get">
          <input type="hidden" name="purpose" value={purposeOf(answers)} />
          <Button>{t('people.fit')}</Button>
        </Form>
        <p class="hint">{t('people.fit.hint')}</p>
      </div>
    </Card>
  )
}

function Found({ fits, meetings, zone }: FoundPeople) {
  const t = useT()
  const { now, member } = useVisit()
  return (
    <>
      {/* What starts soon has started when the paper is read. */}
      <div class="no-print">
        <h3>{t('people.next')}</h3>
        {meetings.length === 0 ? (
          <p class="soft">{t('people.none_soon')}</p>
        ) : (
          <>
            <ul class="rows" {...(member?.zone ? {} : { 'data-own-times': zone })}>
              {meetings.map((meeting) => (
                <MeetingRow
                  key={`${meeting.id} ${meeting.startsAt}`}
                  meeting={meeting}
                  zone={zone}
                  now={now}
                />
              ))}
            </ul>
            <p class="soft small">
              {t('people.zone')}{' '}
              <span data-zone-name {...asWritten}>
                {zoneName(t.locale, zone)}
              </span>
            </p>
          </>
        )}
        <LinkButton href="/meetings" kind="quiet">
          {t('people.all')}
        </LinkButton>
      </div>
      {fits.length > 0 && <h3>{t('people.groups')}</h3>}
      {fits.map((fit) => (
        <FitCard key={fit.group.id} fit={fit} zone={zone} level={3} />
      ))}
    </>
  )
}
