import { formatTime } from '../../../design/index.ts'
import { languageName, type Translate } from '../../../platform/languages.ts'
import type { Remark } from '../candidate.ts'

/** A reason or a drawback as a sentence, in the reader's language and zone. */
export function sayRemark(
  t: Pick<Translate<string>, 'any' | 'locale'>,
  remark: Remark,
  zone: string,
): string {
  const values = { ...remark.values }
  if (typeof values.language === 'string') values.language = languageName(values.language, t.locale)
  if (values.where === '') values.where = 'none'
  if (typeof values.at === 'string')
    values.at = formatTime({
      at: Temporal.Instant.from(values.at),
      zone,
      locale: t.locale,
      format: { weekday: 'long', day: 'numeric', month: 'long' },
    })
  return t.any(`said.${remark.say}`, values)
}
