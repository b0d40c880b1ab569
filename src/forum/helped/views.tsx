import { Choices, Empty, Layout, LinkButton } from '../../design/index.ts'
import { type MistakenForm, typedList } from '../../platform/forms.ts'
import type { TopicSummary } from '../store.ts'
import { TopicRow } from '../views/topicRow.tsx'
import { type HelpId, helpIds } from './helps.rules.ts'
import { useT } from './messages.ts'

interface HelpedPageProps {
  topics: TopicSummary[]
  symptom: HelpId | undefined
  /** The last one shown, where there are earlier ones. */
  older: string | undefined
  zone: string
}

const helpedPath = (symptom?: string) => (symptom ? `/forum/helped?for=${symptom}` : '/forum/helped')

/** What members wrote had helped, by symptom, the newest first. */
export function HelpedPage({ topics, symptom, older, zone }: HelpedPageProps) {
  const t = useT()
  return (
    <Layout title={t('title')} zone="open" unlisted>
      <h1>{t('title')}</h1>
      <p class="lead">{t('lead')}</p>
      <nav aria-labelledby="for">
        <h2 id="for">{t('filter')}</h2>
        <ul class="pills">
          {helpIds.map((id) => (
            <li key={id}>
              <a href={helpedPath(id)} {...(id === symptom ? { 'aria-current': 'true' } : {})}>
                {t(`help.${id}`)}
              </a>
            </li>
          ))}
          <li>
            <a href={helpedPath()} {...(symptom ? {} : { 'aria-current': 'true' })}>
              {t('all')}
            </a>
          </li>
        </ul>
      </nav>
      {topics.length === 0 ? (
        <Empty>
          <p>{t('empty')}</p>
        </Empty>
      ) : (
        <ul class="rows">
          {topics.map((topic) => (
            <TopicRow key={topic.id} topic={topic} zone={zone} />
          ))}
        </ul>
      )}
      {older && (
        <p>
          <a href={`${helpedPath(symptom)}${symptom ? '&' : '?'}before=${older}`}>{t('older')}</a>
        </p>
      )}
      <p class="soft">{t('care')}</p>
      <div class="buttons">
        <LinkButton href="/forum/new?kind=resource">{t('write')}</LinkButton>
        <LinkButton href={symptom ? `/toolkit?for=${symptom}` : '/toolkit'}>{t('techniques')}</LinkButton>
      </div>
    </Layout>
  )
}

/** Where something that helped is told: what it helped with. Hidden by its sheet while another kind is chosen. */
export function HelpsField({ form }: { form: MistakenForm }) {
  const t = useT()
  return (
    <div class="helps-field">
      <Choices
        type="checkbox"
        name="helps"
        label={t('pick')}
        hint={t('pick.hint')}
        options={helpIds.map((id) => ({ value: id, label: t(`help.${id}`) }))}
        value={typedList(form, 'helps')}
        row
        optional
      />
    </div>
  )
}

/** Below the title of a conversation: what it helped with, each with the way to others. */
export function HelpedWith({ helps }: { helps: string[] }) {
  const t = useT()
  const known = helpIds.filter((id) => helps.includes(id))
  if (known.length === 0) return null
  return (
    <p class="helped-with">
      {t('helped')}{' '}
      {known.map((id, index) => (
        <span key={id}>
          {index > 0 && ' · '}
          <a href={helpedPath(id)}>{t(`help.${id}`)}</a>
        </span>
      ))}
    </p>
  )
}
