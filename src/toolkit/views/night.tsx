import type { ComponentChildren } from 'preact'
import { Layout, LinkButton } from '../../design/index.ts'
import { ChooseCountry, Directory, HelpNumbers, type Numbers } from '../../help/index.ts'
import { useT } from '../messages.ts'
import { GuidedBox } from '../player/guidedBox.tsx'
import { SipsBox } from '../player/sipsBox.tsx'
import { RateAfter, RateBefore, rateIsland } from '../rate/rate.tsx'
import { type Loudest, loudest } from '../rules.ts'
import type { SymptomId, Technique } from '../technique.ts'
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
  sheets?: string[]
  children: ComponentChildren
}

export function NightAnswer({ loudest: one, islands = [], sheets = [], children }: AnswerProps) {
  const t = useT()
  return (
    <Layout
      title={t(`now.${one}`)}
      zone={islands.includes(rateIsland) ? 'unlessSealed' : 'none'}
      keeps
      islands={islands}
      sheets={['toolkit/night', ...sheets]}
      night
    >
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
  symptom: SymptomId
  technique: Technique
  more: Technique[]
}

/** The one thing to do now, begun. */
export function NightTechniquePage({ loudest: one, symptom, technique, more }: NightTechniqueProps) {
  const t = useT()
  const isPlayed = !!technique.guided || !!technique.sips
  const after = <RateAfter technique={technique.slug} symptoms={[symptom]} />
  return (
    <NightAnswer loudest={one} islands={[...islandsOf(technique), rateIsland]}>
      <p class="lead" lang="en" data-content>
        {technique.summary}
      </p>
      <RateBefore />
      {technique.guided && <GuidedBox guided={technique.guided} autostart />}
      {technique.sips && <SipsBox sipMinutes={technique.sips.every} waitMinutes={technique.sips.wait} />}
      {isPlayed && after}
      {isPlayed && <h2>{t('now.steps')}</h2>}
      <Steps steps={technique.steps} />
      {!isPlayed && after}
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
