import { asWritten, Card, Layout, LinkButton, Notice } from '../../../design/index.ts'
import { useT } from '../messages.ts'
import type { Site } from '../published.ts'

export interface FeedsProps {
  site: Site
  /** The search that the addresses are of, as it stands in them; empty for all meetings. */
  query: string
}

/** Everything that other sites and programs can read here, for people. */
export function FeedsPage({ site, query }: FeedsProps) {
  const t = useT()
  const { origin } = site
  const calendar = `${origin}/feeds/meetings.ics${query}`
  const embed = `${origin}/feeds/embed${query}`
  return (
    <Layout title={t('feeds.title')} zone="none" sheets={['meetings/publish/feeds']}>
      <h1>{t('feeds.title')}</h1>
      <p class="lead">{t('feeds.lead')}</p>
      <Search {...{ site, query }} />
      <div class="feeds">
        <Card title={t('feeds.calendar')} id="calendar">
          <p>{t('feeds.calendarText')}</p>
          <Address text={calendar} />
          <p class="buttons">
            <LinkButton kind="primary" href={calendar.replace(/^https?:/, 'webcal:')}>
              {t('feeds.calendarOpen')}
            </LinkButton>
          </p>
          <p>{t('feeds.calendarOne')}</p>
          <p>
            <a class="tap" href="/meetings/mine/calendar">
              {t('feeds.calendarOwn')}
            </a>
          </p>
        </Card>
        <Card title={t('feeds.embed')} id="embed">
          <p>{t('feeds.embedText')}</p>
          <Address
            text={`<iframe src="${embed}" title="${t('embed.title')}" width="100%" height="600" loading="lazy"></iframe>`}
          />
          <p>{t('feeds.embedMore')}</p>
          <p>
            <a class="tap" href={`/feeds/embed${query}`}>
              {t('feeds.embedSee')}
            </a>
          </p>
        </Card>
        <Card title={t('feeds.guide')} id="meeting-guide">
          <p>{t('feeds.guideText')}</p>
          <Address text={`${origin}/feeds/meetings.json${query}`} />
          <p>{t('feeds.guideLeftOut')}</p>
          <p>{t('feeds.guideProviders')}</p>
        </Card>
        <Card title={t('feeds.bmlt')} id="bmlt">
          <p>{t('feeds.bmltText')}</p>
          <Address text={origin} />
          <p>{t('feeds.bmltMore')}</p>
        </Card>
        <ForPrograms {...{ origin }} />
      </div>
    </Layout>
  )
}

function Address({ text }: { text: string }) {
  return (
    <p>
      <code class="address" {...asWritten}>
        {text}
      </code>
    </p>
  )
}

function Search({ query }: FeedsProps) {
  const t = useT()
  if (query === '')
    return (
      <p>
        {t('feeds.all')}{' '}
        <a class="tap" href="/meetings">
          {t('feeds.choose')}
        </a>
      </p>
    )
  return (
    <Notice>
      <p>{t('feeds.ofSearch')}</p>
      <p class="buttons">
        <LinkButton href={`/meetings${query}`}>{t('feeds.seeSearch')}</LinkButton>
        <LinkButton kind="quiet" href="/feeds">
          {t('feeds.wantAll')}
        </LinkButton>
      </p>
    </Notice>
  )
}

function ForPrograms({ origin }: { origin: string }) {
  const t = useT()
  const addresses = [
    ['feeds.oneGroup', '/groups/…/meetings.json'],
    ['feeds.oneGroupCalendar', '/groups/…/meetings.ics'],
    ['feeds.oneMeeting', '/meetings/….ics'],
    ['feeds.openapi', '/feeds/openapi.json'],
  ] as const
  return (
    <Card title={t('feeds.programs')} id="programs">
      <p>{t('feeds.programsText')}</p>
      <dl>
        {addresses.map(([key, path]) => (
          <div key={key}>
            <dt>{t(key)}</dt>
            <dd>
              <code class="address" {...asWritten}>
                {origin + path}
              </code>
            </dd>
          </div>
        ))}
      </dl>
      <p>{t('feeds.polite')}</p>
      <p>
        <a class="tap" href="/feeds/openapi.json">
          {t('feeds.openapiRead')}
        </a>
      </p>
    </Card>
  )
}
