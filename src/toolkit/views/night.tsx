import type { ComponentChildren } from 'preact'
import { asWritten, Layout, LinkButton, zoneName } from '../../design/index.ts'
import { ChooseCountry, Directory, HelpNumbers, type Numbers } from '../../help/index.ts'
import { MeetingRow, type UpcomingMeeting } from '../../meetings/index.ts'
import { useVisit } from '../../platform/visit.ts'
import { useT } from '../messages.ts'
import { GuidedBox } from '../player/guidedBox.tsx'
import { SipsBox } from '../player/sipsBox.tsx'
import { type Loudest, loudest } from '../rules.ts'
import type { Technique } from '../technique.ts'
import { islandsOf, NotWhen, Steps } from './parts.tsx'

/** Dark and large: one question, one tap. */
export function NightPage() {
  const t = useT()
  return (
    <Layout title={t('now.tab')} zone="none" keeps night>
      <div class="night">
        <h1>{t('now.title')}</h1>
        <p id="question" class="lead">
          {t('now.question')}
        </p>
        <ul class="night-doors" aria-labelledby="question">
          {loudest.map((one) => (
            <li key={one}>
              <a class={one} href={`/now/${one}`}>
                {t(`now.${one}`)}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </Layout>
  )
}

interface AnswerProps {
  loudest: Loudest
  islands?: string[]
  children: ComponentChildren
}

function NightAnswer({ loudest: one, islands = [], children }: AnswerProps) {
  const t = useT()
  return (
    <Layout title={t(`now.${one}`)} zone="none" keeps islands={islands} sheets={['toolkit/night']} night>
      <div class="night">
        <h1>{t(`now.${one}.title`)}</h1>
        {children}
        <nav class="night-ways" aria-labelledby="ways">
          <h2 id="ways" class="unseen">
            {t('now.more')}
          </h2>
          <LinkButton href="/now">{t('now.other')}</LinkButton>
          {one !== 'alone' && <LinkButton href="/now/alone">{t('now.people')}</LinkButton>}
          {one !== 'thoughts' && <LinkButton href="/help">{t('now.help')}</LinkButton>}
          <LinkButton href="/journal/plan">{t('now.plan')}</LinkButton>
          <LinkButton href="/guide/when-to-see-a-doctor">{t('now.doctor')}</LinkButton>
        </nav>
      </div>
    </Layout>
  )
}

interface NightTechniqueProps {
  loudest: Loudest
  technique: Technique
  more: Technique[]
}

/** The one thing to do now, begun. */
export function NightTechniquePage({ loudest: one, technique, more }: NightTechniqueProps) {
  const t = useT()
  return (
    <NightAnswer loudest={one} islands={islandsOf(technique)}>
      <p class="lead" lang="en" data-content>
        {technique.summary}
      </p>
      {technique.guided && <GuidedBox guided={technique.guided} autostart />}
      {technique.sips && <SipsBox sipMinutes={technique.sips.every} waitMinutes={technique.sips.wait} />}
      {(technique.guided || technique.sips) && <h2>{t('now.steps')}</h2>}
      <Steps steps={technique.steps} />
      <NotWhen technique={technique} />
      <h2>{t('now.more')}</h2>
      <ul class="night-doors small">
        {more.map(({ slug, title }) => (
          <li key={slug}>
            <a href={`/toolkit/${slug}`} lang="en" data-content>
              {title}
            </a>
          </li>
        ))}
      </ul>
    </NightAnswer>
  )
}

/** Numbers before anything else. */
export function NightThoughtsPage({ numbers, steps }: { numbers: Numbers; steps: string[] }) {
  const t = useT()
  return (
    <NightAnswer loudest="thoughts">
      <HelpNumbers numbers={numbers} kinds={['crisis']} elsewhere="#country" />
      <p class="lead">{t('now.thoughts.text')}</p>
      <p>{t('now.thoughts.ask')}</p>
      <ChooseCountry action="/now/thoughts" chosen={numbers.country?.code} />
      <Directory />
      <h2>{t('now.thoughts.then')}</h2>
      <Steps steps={steps} />
    </NightAnswer>
  )
}

interface NightAloneProps {
  /** Undefined when we could not look. */
  meetings: UpcomingMeeting[] | undefined
  zone: string
}

/** People, at once: who meets next, and where one can write. */
export function NightAlonePage({ meetings, zone }: NightAloneProps) {
  const t = useT()
  const { now } = useVisit()
  return (
    <NightAnswer loudest="alone" islands={['meetings/zone']}>
      <p class="lead">{t('now.alone.text')}</p>
      <h2>{t('now.alone.meetings')}</h2>
      {meetings?.length === 0 && <p>{t('now.alone.meetings.none')}</p>}
      {meetings === undefined && <p>{t('now.alone.meetings.unknown')}</p>}
      {meetings && meetings.length > 0 && (
        <>
          <ul class="meeting-list">
            {meetings.map((meeting) => (
              <MeetingRow key={`${meeting.id} ${meeting.startsAt}`} {...{ meeting, zone, now }} />
            ))}
          </ul>
          <p class="soft small">
            {t('now.alone.zone')} <span {...asWritten}>{zoneName(t.locale, zone)}</span>{' '}
            {/* The island of the finder offers the zone of this device. */}
            <a
              hidden
              href="/meetings"
              data-own-zone={zone}
              data-sentence={t('now.alone.zone.offer', { zone: '{zone}' })}
            >
              {t('now.alone.meetings.all')}
            </a>
          </p>
        </>
      )}
      <ul class="night-doors small">
        <li>
          <a href="/meetings">{t('now.alone.meetings.all')}</a>
        </li>
      </ul>
      <h2>{t('now.alone.forum')}</h2>
      <p>{t('now.alone.forum.text')}</p>
      <ul class="night-doors small">
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
