import { Layout, LinkButton, Notice } from '../../design/index.ts'
import type { TopicSummary } from '../../forum/index.ts'
import { useT } from '../messages.ts'
import { useT as usePracticeWords } from '../practice/messages.ts'
import type { Session } from '../sessions/session.ts'
import { type SymptomId, symptomIds, type Technique } from '../technique.ts'
import { HelpedMembers } from './helped.tsx'
import { TechniqueCard } from './parts.tsx'

interface ToolkitPageProps {
  techniques: Technique[]
  sessions: Session[]
  /** What was named as loudest; the list is for that. */
  symptom: SymptomId | undefined
  /** What members wrote had helped with it; undefined: nothing to show. */
  helped: TopicSummary[] | undefined
  zone: string
}

export function ToolkitPage({ techniques, sessions, symptom, helped, zone }: ToolkitPageProps) {
  const t = useT()
  const say = usePracticeWords()
  return (
    <Layout title={t('title')} zone="none" keeps wide>
      <h1>{t('title')}</h1>
      <p class="lead">{t('lead')}</p>
      <nav class="loudest" aria-labelledby="loudest">
        <h2 id="loudest">{t('filter')}</h2>
        <ul class="pills">
          {symptomIds.map((id) => (
            <li key={id}>
              <a href={`/toolkit?for=${id}`} {...(id === symptom ? { 'aria-current': 'true' } : {})}>
                {t(`symptom.${id}`)}
              </a>
            </li>
          ))}
          {symptom && (
            <li>
              <a href="/toolkit">{t('filter.all')}</a>
            </li>
          )}
        </ul>
      </nav>
      {!symptom && (
        <nav class="loudest" aria-labelledby="several">
          <h2 id="several">{say('session.title')}</h2>
          <ul class="pills">
            {sessions.map(({ slug, title }) => (
              <li key={slug}>
                <a href={`/toolkit/sessions/${slug}`} lang="en" data-content>
                  {title}
                </a>
              </li>
            ))}
            <li>
              <a href="/journal/sheets">{say('sheets.title')}</a>
            </li>
          </ul>
        </nav>
      )}
      <h2>{symptom ? t('for', { symptom: t(`symptom.${symptom}`) }) : t('back')}</h2>
      {techniques.length === 0 && (
        <Notice kind="danger">
          <p>{t('danger')}</p>
          <LinkButton href="/help">{t('danger.link')}</LinkButton>
        </Notice>
      )}
      <div class="techniques">
        {techniques.map((technique) => (
          <TechniqueCard key={technique.slug} technique={technique} />
        ))}
      </div>
      {helped && symptom && <HelpedMembers topics={helped} symptom={symptom} zone={zone} />}
    </Layout>
  )
}
