import { Html, Layout, LinkButton, Tag, Tags } from '../../design/index.ts'
import { SourceList } from '../../guide/index.ts'
import { useT as useToolkitWords } from '../messages.ts'
import { GuidedBox } from '../player/guidedBox.tsx'
import { useT } from '../practice/messages.ts'
import { SheetDoors, Steps } from '../views/parts.tsx'
import type { Session, SessionStep } from './session.ts'

/** Several techniques on one page. With a script one at a time; without, one below the other, with a link to the next. */
export function SessionPage({ session }: { session: Session }) {
  const t = useT()
  const words = useToolkitWords()
  return (
    <Layout
      title={session.title}
      zone="none"
      keeps
      sheets={['toolkit/night', 'toolkit/practice']}
      islands={['toolkit/guided', 'toolkit/session']}
    >
      <p class="crumb">
        <a href="/toolkit">{words('back')}</a>
      </p>
      <h1 lang="en" data-content>
        {session.title}
      </h1>
      <p class="lead" lang="en" data-content>
        {session.summary}
      </p>
      <SessionTags session={session} />
      <p class="soft">
        <span lang="en" data-content>
          {session.notWhen}
        </span>{' '}
        <a href="/help">{t('session.help')}</a>
      </p>
      <div
        data-session
        data-next-soon={t('session.soon', { next: '{next}' })}
        data-paced={t('session.paced')}
        data-left={t('session.left', { time: '{time}' })}
      >
        <label class="session-on" hidden>
          <input type="checkbox" name="on" autocomplete="off" />
          {t('session.on')}
        </label>
        {session.steps.map((step, index) => (
          <Step key={step.technique.slug} step={step} number={index + 1} of={session.steps} />
        ))}
        <section class="session-step" id="end" data-session-step aria-labelledby="end-title">
          <h2 id="end-title" tabindex={-1}>
            {t('session.end')}
          </h2>
          <p>{t('session.end.words')}</p>
          <div class="buttons">
            <LinkButton href="/now">{t('session.end.now')}</LinkButton>
            <LinkButton href="/journal">{t('session.end.journal')}</LinkButton>
            <LinkButton kind="quiet" href="#step-1">
              {t('session.again')}
            </LinkButton>
          </div>
        </section>
        <div class="session-bar" data-session-bar>
          <p role="status" data-session-say />
          <p class="soft" data-session-left hidden />
          <div class="buttons">
            <button type="button" class="button primary" data-session-stay>
              {t('session.stay')}
            </button>
            <button type="button" class="button plain" data-session-go>
              {t('session.go')}
            </button>
          </div>
        </div>
      </div>
      <div class="technique-page">
        <h2>{words('known')}</h2>
        <Html class="prose" html={session.html} lang="en" content />
      </div>
      <SourceList sources={session.sources} reviewedOn={session.reviewedOn} />
    </Layout>
  )
}

/** How many, and how long. */
function SessionTags({ session: { minutes, steps } }: { session: Session }) {
  const t = useT()
  const words = useToolkitWords()
  return (
    <Tags>
      <Tag>{words('minutes.span', minutes)}</Tag>
      <Tag kind="plain">{t('session.steps', { count: steps.length })}</Tag>
    </Tags>
  )
}

interface StepProps {
  step: SessionStep
  number: number
  of: SessionStep[]
}

function Step({ step: { technique, say }, number, of }: StepProps) {
  const t = useT()
  const words = useToolkitWords()
  const { slug, title, guided, minutes, steps, notWhen } = technique
  const next = of[number]
  return (
    <section
      class="session-step"
      id={`step-${number}`}
      data-session-step
      data-title={title}
      {...(guided ? {} : { 'data-pace': minutes.from * 60 })}
      aria-labelledby={`step-${number}-title`}
    >
      <p class="soft session-count">{t('session.count', { number, of: of.length })}</p>
      <h2 id={`step-${number}-title`} tabindex={-1} lang="en" data-content>
        {title}
      </h2>
      <p lang="en" data-content>
        {say}
      </p>
      {guided && <GuidedBox guided={guided} name={slug} />}
      <Steps steps={steps} />
      <SheetDoors technique={technique} />
      <details class="more">
        <summary>{words('not')}</summary>
        <p lang="en" data-content>
          {notWhen}
        </p>
      </details>
      <div class="buttons">
        <LinkButton kind="primary" href={next ? `#step-${number + 1}` : '#end'}>
          {next ? t('session.next') : t('session.done')}
        </LinkButton>
        {number > 1 && (
          <LinkButton kind="quiet" href={`#step-${number - 1}`}>
            {t('session.back')}
          </LinkButton>
        )}
        <LinkButton kind="quiet" href={`/toolkit/${slug}`}>
          {t('session.about')}
        </LinkButton>
      </div>
    </section>
  )
}

/** On the page of a technique: what it is a part of. */
export function PartOf({ sessions }: { sessions: Session[] }) {
  const t = useT()
  if (sessions.length === 0) return null
  return (
    <p>
      {t('session.partOf')}{' '}
      {sessions.map(({ slug, title }, index) => (
        <span key={slug}>
          {index > 0 && ' · '}
          <a href={`/toolkit/sessions/${slug}`} lang="en" data-content>
            {title}
          </a>
        </span>
      ))}
    </p>
  )
}
