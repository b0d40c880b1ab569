import type { ComponentChildren } from 'preact'
import { Layout, LinkButton, Notice } from '../../../design/index.ts'
import { useT } from '../messages.ts'
import type { Fit } from '../rules.ts'
import { Questions, type QuestionsProps } from './questions.tsx'
import { OtherWays, Result } from './result.tsx'

/** The six questions, before anything was answered. */
export function QuestionsPage({ ownZone, ...props }: QuestionsProps & { ownZone: boolean }) {
  const t = useT()
  return (
    <Layout title={t('title')} zone="none" islands={ownZone ? [] : ['groups/own-zone']}>
      <h1>{t('title')}</h1>
      <p class="lead">{t('lead')}</p>
      <Questions {...props} />
    </Layout>
  )
}

interface FitPageProps extends QuestionsProps {
  fits: Fit[]
  needsTown: boolean
  /** Rows of online meetings that begin in the next hours. */
  soon: ComponentChildren
}

/** The result, with the answers beside it to be changed. */
export function FitPage({ fits, needsTown, soon, ...questions }: FitPageProps) {
  const t = useT()
  const { townMistake, asked } = questions
  const townSentence = townMistake && t(townMistake, { town: asked.town })
  return (
    <Layout title={t('title.result')} zone="none" wide unlisted>
      <h1>{t('title.result')}</h1>
      {asked.notUnderstood.some((question) => question !== 'town') && (
        <Notice kind="warn" role="status">
          <p>{t('mistake.unknown')}</p>
        </Notice>
      )}
      {townSentence && !needsTown && (
        <Notice kind="warn" role="status">
          <p>
            <a href="#town">{townSentence}</a>
          </p>
        </Notice>
      )}
      <p class="fit-jump">
        <a href="#answers">{t('change')}</a>
      </p>
      <div class="fit-result">
        <div>
          <Result
            fits={fits}
            zone={questions.zone}
            townNeeded={needsTown ? (townSentence ?? t('town.missing')) : undefined}
          />
          {soon}
          <OtherWays />
          <p>
            <LinkButton href="/groups" kind="quiet">
              {t('all')}
            </LinkButton>
          </p>
        </div>
        <section class="card" id="answers">
          <h2>{t('change')}</h2>
          <Questions {...questions} again />
        </section>
      </div>
    </Layout>
  )
}
