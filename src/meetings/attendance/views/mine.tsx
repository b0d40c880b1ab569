import { Card, Empty, formatTime, Layout, LinkButton, Tag, Tags, Time } from '../../../design/index.ts'
import { useT } from '../messages.ts'
import type { OwnPlan } from '../plans.store.ts'
import type { Attendance } from '../store.ts'
import type { Week } from '../weeks.rules.ts'
import { Twig } from './twig.tsx'

interface MinePageProps {
  plans: OwnPlan[]
  came: Attendance[]
  weeks: Week[]
  zone: string
  home: { slug: string; name: string } | undefined
}

const moment = { weekday: 'long', day: 'numeric', month: 'long', hour: 'numeric', minute: '2-digit' } as const

/** A member's own meetings: what is ahead, and where they were. */
export function MinePage({ plans, came, weeks, zone, home }: MinePageProps) {
  const t = useT()
  return (
    <Layout title={t('mine.title')} zone="own" sheets={['meetings/attendance']}>
      <h1>{t('mine.title')}</h1>
      <p class="lead">{t('mine.lead')}</p>
      <Card title={t('mine.ahead')}>
        {plans.length === 0 && (
          <Empty>
            <p>{t('mine.noPlans')}</p>
            <p>
              <LinkButton kind="primary" href="/meetings">
                {t('mine.find')}
              </LinkButton>
            </p>
          </Empty>
        )}
        <ul class="rows">
          {plans.map((plan) => (
            <PlanRow key={`${plan.meetingId} ${plan.startsAt}`} {...{ plan, zone }} />
          ))}
        </ul>
        {plans.length > 0 && (
          <p>
            <LinkButton kind="quiet" href="/meetings/mine/calendar">
              {t('mine.calendar')}
            </LinkButton>
          </p>
        )}
      </Card>
      <Picture {...{ came, weeks }} />
      <Card title={t('mine.home')}>
        {home ? (
          <p>
            <a href={`/groups/${home.slug}`} dir="auto">
              {home.name}
            </a>
          </p>
        ) : (
          <p class="soft">{t('mine.noHome')}</p>
        )}
      </Card>
    </Layout>
  )
}

function PlanRow({ plan, zone }: { plan: OwnPlan; zone: string }) {
  const t = useT()
  return (
    <li>
      <a class="plan-name" href={`/meetings/${plan.meetingId}`} dir="auto">
        {plan.name}
      </a>
      <p class="plan-when">
        <Time at={plan.startsAt} zone={zone} locale={t.locale} format={moment} />
      </p>
      {(plan.change || plan.every) && (
        <Tags>
          {plan.change && <Tag kind="warn">{t(`mine.is.${plan.change}`)}</Tag>}
          {plan.every && <Tag kind="plain">{t('mine.every')}</Tag>}
        </Tags>
      )}
    </li>
  )
}

/** Half a year as two twigs, the same in one sentence, and the dates to be read. */
function Picture({ came, weeks }: Pick<MinePageProps, 'came' | 'weeks'>) {
  const t = useT()
  const half = weeks.length / 2
  const earlier = weeks.slice(0, half)
  const months = Map.groupBy(came, ({ onDate }) => String(onDate.toPlainYearMonth()))
  return (
    <Card title={t('mine.picture')} id="picture">
      {came.length === 0 ? (
        <p class="soft">{t('mine.noneYet')}</p>
      ) : (
        <>
          <div class="twigs" role="img" aria-label={t('mine.pictureSaid', { count: came.length })}>
            {/* Before somebody began there is nothing to be seen, and nothing missing. */}
            {earlier.some(({ meetings }) => meetings > 0) && <Twig weeks={earlier} />}
            <Twig weeks={weeks.slice(half)} />
          </div>
          <p>{t('mine.pictureSaid', { count: came.length })}</p>
          <p class="soft small">{t('mine.pictureHint')}</p>
          <details class="more">
            <summary>{t('mine.list')}</summary>
            {[...months].map(([month, meetings]) => (
              <section key={month}>
                <h3>
                  <Dated
                    date={Temporal.PlainDate.from(`${month}-01`)}
                    format={{ month: 'long', year: 'numeric' }}
                  />
                </h3>
                <ul>
                  {meetings.map(({ meetingId, name, onDate, shown }) => (
                    <li key={`${onDate} ${meetingId} ${name}`}>
                      <Dated date={onDate} format={{ weekday: 'short', day: 'numeric' }} />{' '}
                      {meetingId ? (
                        <a href={`/meetings/${meetingId}#coming`} dir="auto">
                          {name}
                        </a>
                      ) : (
                        <span dir="auto">{name}</span>
                      )}
                      {shown && <span class="soft"> {t('mine.shown')}</span>}
                    </li>
                  ))}
                </ul>
              </section>
            ))}
          </details>
        </>
      )}
    </Card>
  )
}

function Dated({ date, format }: { date: Temporal.PlainDate; format: Intl.DateTimeFormatOptions }) {
  const t = useT()
  const at = date.toZonedDateTime('UTC').toInstant()
  return <time datetime={String(date)}>{formatTime({ at, zone: 'UTC', locale: t.locale, format })}</time>
}
