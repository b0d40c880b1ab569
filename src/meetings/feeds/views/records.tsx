import { Button, Card, Empty, Form, Tag, Tags, TextField } from '../../../design/index.ts'
import { correctedFields, correctionText } from '../corrections.rules.ts'
import { useT } from '../messages.ts'
import type { CorrectedRecord, FoundRecord } from '../settings.store.ts'
import type { Feed } from '../store.ts'

export function correctPath(feedId: string, externalId: string): string {
  return `/operations/feeds/${feedId}/correct?record=${encodeURIComponent(externalId)}`
}

interface FindProps {
  feed: Feed
  found: FoundRecord[] | undefined
  words: string
}

/** A record of this list by its name, to look at it and correct it. */
export function FindRecord({ feed, found, words }: FindProps) {
  const t = useT()
  return (
    <Card title={t('feed.find')}>
      <Form action={`/operations/feeds/${feed.id}`} method="get" class="find-record">
        <TextField name="words" type="search" label={t('feed.findName')} value={words} maxlength={100} />
        <Button kind="plain">{t('feed.findGo')}</Button>
      </Form>
      {found?.length === 0 && <Empty>{t('feed.findNone')}</Empty>}
      {found && found.length > 0 && (
        <ul class="rows">
          {found.map((each) => (
            <li key={each.externalId}>
              <a href={correctPath(feed.id, each.externalId)} dir="auto">
                {each.name || each.externalId}
              </a>
              {each.town && (
                <span class="soft small" dir="auto">
                  {' '}
                  {each.town}
                </span>
              )}
              {each.refused && (
                <Tags>
                  <Tag kind="warn">{t('import.refused')}</Tag>
                </Tags>
              )}
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

/** What was corrected by hand, so that nobody wonders later why a meeting is not as its list has it. */
export function Corrected({ feed, corrected }: { feed: Feed; corrected: CorrectedRecord[] }) {
  const t = useT()
  if (corrected.length === 0) return null
  return (
    <Card title={t('feed.corrected')}>
      <p>{t('feed.correctedWhat')}</p>
      <ul class="rows">
        {corrected.map(({ externalId, name, corrections }) => (
          <li key={externalId}>
            <a href={correctPath(feed.id, externalId)} dir="auto">
              {name}
            </a>
            {correctedFields
              .filter((field) => corrections[field] !== undefined)
              .map((field) => (
                <span key={field} class="import-field soft small">
                  {t(`correct.${field}`)}: <ins dir="auto">{correctionText(corrections[field])}</ins>
                </span>
              ))}
          </li>
        ))}
      </ul>
    </Card>
  )
}
