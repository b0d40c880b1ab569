import { useT } from '../messages.ts'
import type { ruleIds } from '../rules.ts'

/** A rule as it stands on the page of rules, for whoever decides by it. */
export function RuleHere({ rule }: { rule: (typeof ruleIds)[number] }) {
  const t = useT()
  return (
    <>
      <a href={`/rules#${rule}`}>{t(`rules.${rule}`)}</a>
      <p>{t(`rules.${rule}.say`)}</p>
      <p class="soft">{t(`rules.${rule}.why`)}</p>
    </>
  )
}
