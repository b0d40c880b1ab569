import { useT } from '../messages.ts'
import type { Difference } from '../said.ts'

/** What was and what would be, field by field, each in full: nobody should have to look for one changed letter. */
export function Differences({ rows }: { rows: Difference[] }) {
  const t = useT()
  return (
    <dl class="differences">
      {rows.map(({ field, label, was, becomes }) => (
        <div key={field}>
          <dt>{label}</dt>
          <dd class="was">
            <span class="unseen">{t('difference.was')}</span>
            {was ? <del dir="auto">{was}</del> : <span class="soft">{t('difference.nothing')}</span>}
          </dd>
          <dd class="becomes">
            <span class="unseen">{t('difference.becomes')}</span>
            {becomes ? <ins dir="auto">{becomes}</ins> : <span class="soft">{t('difference.nothing')}</span>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
