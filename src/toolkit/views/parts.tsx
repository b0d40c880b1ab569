import { Card, LinkButton, Notice, Tag, Tags } from '../../design/index.ts'
import { useT } from '../messages.ts'
import { useT as usePracticeWords } from '../practice/messages.ts'
import type { Technique } from '../technique.ts'

/** The scripts that a technique is done with. */
export function islandsOf({ guided, sips }: Technique): string[] {
  return [...(guided ? ['toolkit/guided'] : []), ...(sips ? ['toolkit/sips'] : [])]
}

/** How long it takes and what it rests on, in words. */
export function TechniqueTags({ technique: { minutes, strength } }: { technique: Technique }) {
  const t = useT()
  return (
    <Tags>
      <Tag>
        {minutes.from === minutes.to
          ? t('minutes', { from: minutes.from })
          : t('minutes.span', { ...minutes })}
      </Tag>
      <Tag kind="plain">{t(`strength.${strength}`)}</Tag>
    </Tags>
  )
}

export function TechniqueCard({ technique }: { technique: Technique }) {
  return (
    <article class="technique">
      <h3>
        <a href={`/toolkit/${technique.slug}`} lang="en" data-content>
          {technique.title}
        </a>
      </h3>
      <p lang="en" data-content>
        {technique.summary}
      </p>
      <TechniqueTags technique={technique} />
    </article>
  )
}

export function Steps({ steps }: { steps: string[] }) {
  return (
    <ol class="steps" lang="en" data-content>
      {steps.map((step) => (
        <li key={step}>{step}</li>
      ))}
    </ol>
  )
}

/** Where a technique is done in writing: locked in the journal, or with a pen. */
export function SheetDoors({ technique: { slug, sheet } }: { technique: Technique }) {
  const t = usePracticeWords()
  if (!sheet) return null
  return (
    <Card class="sheet-doors" title={t('sheet.title')}>
      <p>{t('sheet.lead')}</p>
      <div class="buttons">
        <LinkButton kind="primary" href={`/journal/sheets/${slug}`}>
          {t('sheet.journal')}
        </LinkButton>
        <LinkButton href={`/journal/paper/${slug}`}>{t('sheet.paper')}</LinkButton>
      </div>
    </Card>
  )
}

export function NotWhen({ technique }: { technique: Technique }) {
  const t = useT()
  return (
    <Notice kind="warn" title={t('not')}>
      <p lang="en" data-content>
        {technique.notWhen}
      </p>
    </Notice>
  )
}
