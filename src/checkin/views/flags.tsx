import { Notice } from '../../design/index.ts'
import { Directory, HelpNumbers, type Numbers } from '../../help/index.ts'
import { useT } from '../messages.ts'
import type { Urgency } from '../rules/advice.ts'
import type { Flag } from '../rules/redFlags.ts'
import { SourceName } from './sources.tsx'

const looks = { emergency: 'danger', same_day: 'warn', soon: 'good' } as const
const urgencies: Urgency[] = ['emergency', 'same_day', 'soon']

interface FlagBlocksProps {
  flags: Flag[]
  numbers: Numbers
}

/** The red flags in blocks of one urgency, the most urgent first, each with the numbers that it needs. */
export function FlagBlocks({ flags, numbers }: FlagBlocksProps) {
  const blocks = urgencies
    .map((urgency) => ({ urgency, flags: flags.filter((flag) => flag.urgency === urgency) }))
    .filter((block) => block.flags.length > 0)
  return (
    <>
      {blocks.map((block, index) => (
        <FlagBlock
          key={block.urgency}
          urgency={block.urgency}
          flags={block.flags}
          numbers={numbers}
          kinds={linesOf(
            block.flags,
            blocks.slice(0, index).flatMap((before) => before.flags),
          )}
        />
      ))}
    </>
  )
}

type Kind = 'emergency' | 'crisis' | 'substance'

/** What a block has to show; a line that stands further up already is not repeated. */
function linesOf(flags: Flag[], before: Flag[]): Kind[] {
  const shown = new Set(before.flatMap((flag) => flag.numbers))
  return [...new Set(flags.flatMap((flag) => flag.numbers))].filter((kind) => !shown.has(kind))
}

function FlagBlock(props: FlagBlocksProps & { urgency: Urgency; kinds: Kind[] }) {
  const t = useT()
  const { flags, urgency, kinds, numbers } = props
  const lines = kinds.filter((kind) => kind !== 'emergency')
  return (
    <div class={`flags ${urgency}`}>
      <Notice kind={looks[urgency]} title={t(`urgency.${urgency}`)}>
        {urgency === 'emergency' && <p>{t('result.nobody')}</p>}
        {urgency === 'emergency' && <HelpNumbers numbers={numbers} kinds={lines} level={3} />}
        {flags.map((flag) => (
          <FlagAdvice key={flag.code} flag={flag} />
        ))}
        {urgency !== 'emergency' && kinds.length > 0 && (
          <HelpNumbers numbers={numbers} kinds={lines} level={3} />
        )}
      </Notice>
      {kinds.includes('crisis') && <Directory />}
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
        {t('basis', { strength: t(`strength.${flag.strength}`) })}{' '}
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
