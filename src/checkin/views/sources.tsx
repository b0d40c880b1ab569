import { asWritten, Card, Tag, Tags } from '../../design/index.ts'
import { useT } from '../messages.ts'
import { type SourceId, sourceOf } from '../rules/sources.ts'

/** A source as it is cited, or what our own reading is called. */
export function SourceName({ id }: { id: SourceId }) {
  const t = useT()
  const { cited } = sourceOf(id)
  return cited === undefined ? <span>{t('source.own')}</span> : <cite {...asWritten}>{cited}</cite>
}

/** What the page rests on, with what each source says and how far it carries. */
export function SourceList({ ids }: { ids: SourceId[] }) {
  const t = useT()
  return (
    <Card title={t('sources.title')} class="rests-on">
      <p class="soft">{t('sources.lead')}</p>
      <ul class="rows">
        {ids.map((id) => {
          const { at, strength } = sourceOf(id)
          return (
            <li key={id}>
              {at ? (
                <a href={at} rel="noreferrer">
                  <SourceName id={id} />
                </a>
              ) : (
                <strong>
                  <SourceName id={id} />
                </strong>
              )}
              <p>{t(`source.${id}`)}</p>
              <Tags>
                <Tag kind="plain">{t(`strength.${strength}`)}</Tag>
              </Tags>
            </li>
          )
        })}
      </ul>
    </Card>
  )
}
