import { LinkButton, Notice } from '../../design/index.ts'
import { useT } from '../devices/messages.ts'

/** What stands on a page of the journal where no script runs: why it needs one, and what does without. */
export function NeedsScript({ paper }: { paper?: { href: string; label: string } | undefined }) {
  const t = useT()
  return (
    <noscript>
      <Notice kind="warn">
        <p>{t('script')}</p>
        <LinkButton href={paper?.href ?? '/journal/paper'}>{paper?.label ?? t('script.paper')}</LinkButton>
      </Notice>
    </noscript>
  )
}
