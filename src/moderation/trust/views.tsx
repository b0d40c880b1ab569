import { Card, Layout, LinkButton, Notice } from '../../design/index.ts'
import { useVisit } from '../../platform/visit.ts'
import { useT } from './messages.ts'
import { levelOf, mayLink, newMembers, type Standing, willBeHeld } from './rules.ts'

export function StandingPage({ standing, now }: { standing: Standing; now: Temporal.Instant }) {
  const t = useT()
  const level = levelOf(standing, now)
  const { config } = useVisit()
  const held = config.holdFirstPosts && willBeHeld(standing) ? newMembers.heldPosts - standing.postsSent : 0
  const left = Math.max(0, newMembers.postsADay - standing.postsToday)
  return (
    <Layout title={t('title')} zone="own">
      <h1>{t('title')}</h1>
      <p class="lead">{t('lead')}</p>
      <Card title={standing.role === 'member' ? t(`level.${level}`) : t('level.keeper')}>
        <h3>{t('now')}</h3>
        <ul>
          <li>{level === 0 ? t('can.posts', { count: newMembers.postsADay, left }) : t('can.write')}</li>
          <li>{t(mayLink(level) ? 'can.links' : 'can.noLinks')}</li>
          {held > 0 && <li>{t('can.held', { count: held })}</li>}
        </ul>
        <h3>{t('next')}</h3>
        <p>{t(level === 0 ? 'next.1' : level === 1 ? 'next.2' : 'next.none')}</p>
        {level === 0 && <SoFar standing={standing} now={now} />}
      </Card>
      <p>
        <a href="/rules">{t('rules')}</a>
      </p>
    </Layout>
  )
}

function SoFar({ standing, now }: { standing: Standing; now: Temporal.Instant }) {
  const t = useT()
  const days = Math.floor((now.epochMilliseconds - standing.joinedAt.epochMilliseconds) / 86_400_000)
  return (
    <ul class="soft">
      <li>{t('so.days', { count: days })}</li>
      <li>{t('so.read', { count: standing.postsRead })}</li>
      <li>{t('so.posts', { count: standing.postsAccepted })}</li>
    </ul>
  )
}

/** Told once to somebody whose post waits for a moderator. */
export function HeldNotice() {
  const t = useT()
  return (
    <Notice kind="warn" role="status" said title={t('held.sent')}>
      <p>{t('held.why')}</p>
      <p>{t('held.now')}</p>
      <div class="buttons">
        <LinkButton kind="primary" href="/help">
          {t('held.help')}
        </LinkButton>
        <LinkButton kind="quiet" href="/moderation/rota">
          {t('held.duty')}
        </LinkButton>
      </div>
    </Notice>
  )
}
