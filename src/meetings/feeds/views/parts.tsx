import { asWritten, Time } from '../../../design/index.ts'
import { useT } from '../messages.ts'

const format = { dateStyle: 'medium', timeStyle: 'short' } as const

/** A moment for the operator: in the clock of the server's logs. */
export function At({ at }: { at: Temporal.Instant }) {
  const t = useT()
  return (
    <>
      <Time at={at} zone="UTC" locale={t.locale} format={format} /> <span {...asWritten}>UTC</span>
    </>
  )
}

/** Said to those who hear the page, so that five links of one name can be told apart. */
export function Of({ name }: { name: string }) {
  return (
    <span class="unseen" dir="auto">
      {' '}
      {name}
    </span>
  )
}
