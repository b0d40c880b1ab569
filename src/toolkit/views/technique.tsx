import { Html, Layout } from '../../design/index.ts'
import { SourceList } from '../../guide/index.ts'
import { useT } from '../messages.ts'
import { GuidedBox } from '../player/guidedBox.tsx'
import { SipsBox } from '../player/sipsBox.tsx'
import { RateAfter, RateBefore, rateIsland } from '../rate/rate.tsx'
import { sessionsWith } from '../sessions/sessions.ts'
import { PartOf } from '../sessions/views.tsx'
import type { Technique } from '../technique.ts'
import { HelpedDoor } from './helped.tsx'
import { islandsOf, NotWhen, SheetDoors, Steps, TechniqueCard, TechniqueTags } from './parts.tsx'

interface TechniquePageProps {
  technique: Technique
  more: Technique[]
}

export function TechniquePage({ technique, more }: TechniquePageProps) {
  const t = useT()
  return (
    <Layout
      title={technique.title}
      zone="unlessSealed"
      keeps
      sheets={['toolkit/night']}
      islands={[...islandsOf(technique), rateIsland]}
    >
      <p class="crumb">
        <a href="/toolkit">{t('back')}</a>
      </p>
      <h1 lang="en" data-content>
        {technique.title}
      </h1>
      <p class="lead" lang="en" data-content>
        {technique.summary}
      </p>
      <TechniqueTags technique={technique} />
      <RateBefore />
      {technique.guided && <GuidedBox guided={technique.guided} />}
      {technique.sips && <SipsBox sipMinutes={technique.sips.every} waitMinutes={technique.sips.wait} />}
      <div class="technique-page">
        <h2>{t('steps')}</h2>
        <Steps steps={technique.steps} />
        <RateAfter technique={technique.slug} symptoms={technique.helpsWith} />
        <SheetDoors technique={technique} />
        <NotWhen technique={technique} />
        <h2>{t('known')}</h2>
        <p class="evidence" lang="en" data-content>
          {technique.evidence}
        </p>
        <Html class="prose" html={technique.html} lang="en" content />
        <HelpedDoor symptom={technique.helpsWith[0]} />
        <PartOf sessions={sessionsWith(technique.slug)} />
        {more.length > 0 && (
          <section aria-labelledby="more">
            <h2 id="more">{t('more')}</h2>
            <div class="techniques">
              {more.map((one) => (
                <TechniqueCard key={one.slug} technique={one} />
              ))}
            </div>
          </section>
        )}
      </div>
      <SourceList sources={technique.sources} reviewedOn={technique.reviewedOn} />
    </Layout>
  )
}
