import { Notice } from '../../design/index.ts'
import { useT } from '../messages.ts'
import type { Urgency } from '../rules/advice.ts'
import type { Flag } from '../rules/redFlags.ts'
import { SourceName } from './sources.tsx'

export interface Country {
  code: string
  name: string
}

const kinds = { emergency: 'danger', same_day: 'warn', soon: 'good' } as const
const urgencies: Urgency[] = ['emergency', 'same_day', 'soon']

interface FlagBlocksProps {
  flags: Flag[]
  country: Country | undefined
}

/** The red flags in blocks of one urgency, the most urgent first. */
export function FlagBlocks({ flags, country }: FlagBlocksProps) {
  return (
    <>
      {urgencies.map((urgency) => {
        const these = flags.filter((flag) => flag.urgency === urgency)
        return (
          these.length > 0 && <FlagBlock key={urgency} flags={these} urgency={urgency} country={country} />
        )
      })}
    </>
  )
}

function FlagBlock({ flags, urgency }: FlagBlocksProps & { urgency: Urgency }) {
  const t = useT()
  return (
    <div class={`flags ${urgency}`}>
      <Notice kind={kinds[urgency]} title={t(`urgency.${urgency}`)}>
        {urgency === 'emergency' && <p>{t('result.nobody')}</p>}
        {flags.map((flag) => (
          <FlagAdvice key={flag.code} flag={flag} />
        ))}
      </Notice>
    </div>
  )
}

function FlagAdvice({ flag }: { flag: Flag }) {
  const t = useT()
  return (
    <section class="flag">
      <h3>{t(`flag.${flag.code}`)}</h3>
      <ul>
        {flag.lines.map((line) => (
          <li key={line}>{t(`line.${line}`)}</li>
        ))}
      </ul>
      <p class="small basis">
        {t(`strength.${flag.strength}`)}
        {': '}
        {flag.sources.map((source, index) => (
          <span key={source}>
            {index > 0 && ' · '}
            <SourceName id={source} />
          </span>
        ))}
      </p>
    </section>
  )
}
