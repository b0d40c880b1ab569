import { Tag, Tags } from '../../../design/index.ts'
import { languageName } from '../../../platform/languages.ts'
import { useVisit } from '../../../platform/visit.ts'
import { type Group, type GroupDraft, useGroupWords } from '../../index.ts'
import { useT } from '../messages.ts'
import { wayOf } from './rows.tsx'

/** For whom a group is, and how it meets. */
export function Traits({ group }: { group: GroupDraft & Pick<Group, 'sourceKey'> }) {
  const t = useT()
  const words = useGroupWords()
  const { locale } = useVisit()
  const all = new Intl.ListFormat(locale, { type: 'conjunction' })
  const either = new Intl.ListFormat(locale, { type: 'disjunction' })
  const aims = either.format(group.purposes.map((purpose) => words(`purpose.${purpose}`)))
  const languages = all.format(group.languages.map((language) => languageName(language, locale)))
  return (
    <>
      <Tags>
        <Tag>{words(`way.${wayOf(group)}`)}</Tag>
        {group.placeName && (
          <Tag>
            <span dir="auto">{group.placeName}</span>
          </Tag>
        )}
        <Tag>{words(`spirituality.${group.spirituality}`)}</Tag>
        {group.practices.length > 0 && (
          <Tag>
            {t('group.for.practices', {
              practices: all.format(group.practices.map((practice) => words(`practice.${practice}`))),
            })}
          </Tag>
        )}
        {languages && <Tag>{t('group.for.languages', { languages })}</Tag>}
        {group.circles.length > 0 && (
          <Tag>
            {t('group.for.circles', {
              circles: all.format(group.circles.map((circle) => words(`circle.${circle}`))),
            })}
          </Tag>
        )}
      </Tags>
      {group.kind !== 'family' && (aims || !group.sourceKey) && (
        <p class="soft">{aims ? t('group.for.aims', { aims }) : t('group.for.every')}</p>
      )}
      {group.sourceKey && <p class="soft">{t('group.elsewhere')}</p>}
    </>
  )
}
