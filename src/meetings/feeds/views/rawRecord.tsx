import { asWritten, Card } from '../../../design/index.ts'
import { useT } from '../messages.ts'

const shownFields = 40

/** A refused record as its list has it, to correct it by. */
export function RawRecord({ raw }: { raw: string }) {
  const t = useT()
  return (
    <Card title={t('correct.raw')}>
      <dl class="raw-record" {...asWritten}>
        {fieldsOf(raw).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd dir="auto">{value}</dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}

function fieldsOf(raw: string): [string, string][] {
  const record = JSON.parse(raw) as Record<string, unknown>
  // An event of a calendar is a list of [name, parameters, type, value].
  const event = Array.isArray(record.event) ? (record.event[1] as unknown[][]) : undefined
  const fields: [string, unknown][] = event
    ? event.map(([name, , , value]) => [String(name).toUpperCase(), value])
    : Object.entries(record)
  return fields
    .filter(([name, value]) => isShown(name) && value !== '' && value !== null)
    .slice(0, shownFields)
    .map(([name, value]) => [name, short(value)])
}

/** Names, mail and numbers of contact persons are nobody's business here. */
function isShown(name: string): boolean {
  return !/contact|e-?mail|organizer|attendee|phone(?!.*meeting)/i.test(name)
}

function short(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.length > 200 ? `${text.slice(0, 199).toWellFormed()}…` : text
}
