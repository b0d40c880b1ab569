import { LinkButton } from '../../design/index.ts'
import { readHelp, TopicRow, type TopicSummary } from '../../forum/index.ts'
import { useT } from '../practice/messages.ts'
import type { SymptomId } from '../technique.ts'

/** What members wrote had helped with a symptom: clearly theirs, and in no order but that of time. */
export function HelpedMembers(props: { topics: TopicSummary[]; symptom: SymptomId; zone: string }) {
  const t = useT()
  return (
    <section aria-labelledby="helped">
      <h2 id="helped">{t('helped.title')}</h2>
      <p class="soft">{t('helped.lead')}</p>
      {props.topics.length > 0 ? (
        <ul class="rows">
          {props.topics.map((topic) => (
            <TopicRow key={topic.id} topic={topic} zone={props.zone} />
          ))}
        </ul>
      ) : (
        <p>{t('helped.none')}</p>
      )}
      <LinkButton href={`/forum/helped?for=${props.symptom}`}>{t('helped.all')}</LinkButton>
    </section>
  )
}

/**
 * On a page that devices keep: only the way there. Words that their writer takes back must not stay on the devices of
 * strangers.
 */
export function HelpedDoor({ symptom }: { symptom: SymptomId }) {
  const t = useT()
  if (!readHelp(symptom)) return null
  return (
    <p>
      <a href={`/forum/helped?for=${symptom}`}>{t('helped.door')}</a>
    </p>
  )
}
