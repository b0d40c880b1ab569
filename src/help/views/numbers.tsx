import { asWritten, Day, Notice, Tag, Tags } from '../../design/index.ts'
import { languageName } from '../../platform/languages.ts'
import { useVisit } from '../../platform/visit.ts'
import { countries, type Line } from '../lines.ts'
import { useT } from '../messages.ts'
import type { Numbers } from '../numbers.ts'
import { type CrisisLine, type ShownLine, smsHref, telHref } from '../rules.ts'

type Kind = Line['kind']
const allKinds: Kind[] = ['crisis', 'substance', 'poison']

interface HelpNumbersProps {
  numbers: Numbers
  /** Which lines to show; all when left out. */
  kinds?: Kind[]
  /** The level of the headings in the page's outline. */
  level?: 2 | 3
  /** Where on this page another country can be chosen. */
  elsewhere?: string
}

/** The emergency number, then the lines of the country, each a large thing to tap. */
export function HelpNumbers({ numbers, kinds = allKinds, level = 2, elsewhere }: HelpNumbersProps) {
  const { country, lines, crisisByCountry } = numbers
  const t = useT()
  const Heading = `h${level}` as const
  return (
    <div class="help-numbers">
      <Emergency {...{ country, level, elsewhere }} />
      {country &&
        kinds.map((kind) => {
          const these = lines.filter(({ line }) => line.kind === kind)
          if (these.length === 0 && kind === 'poison') return null
          return (
            <section class="help-kind" key={kind}>
              <Heading>{t(`kind.${kind}`)}</Heading>
              {these.length === 0 && <p class="soft">{t('none')}</p>}
              <ul class="help-lines">
                {these.map((shown) => (
                  <HelpLine key={shown.line.id} {...shown} />
                ))}
              </ul>
            </section>
          )
        })}
      {crisisByCountry.length > 0 && kinds.includes('crisis') && (
        <section class="help-kind">
          <Heading>{t('kind.crisis')}</Heading>
          <CrisisList lines={crisisByCountry} />
        </section>
      )}
      {lines.some(({ line, verified }) => !verified && kinds.includes(line.kind)) && (
        <p class="soft small">{t('unverified.why')}</p>
      )}
    </div>
  )
}

interface EmergencyProps {
  country: Numbers['country']
  level: 2 | 3
  elsewhere: string | undefined
}

function Emergency({ country, level, elsewhere }: EmergencyProps) {
  const t = useT()
  return (
    <Notice kind="danger" title={t('emergency.title')} level={level}>
      {country ? (
        <>
          <p class="help-country">
            <span {...asWritten}>{country.name}</span>
            {elsewhere && <a href={elsewhere}>{t('elsewhere')}</a>}
          </p>
          <p class="help-calls">
            {country.emergency.map((number) => (
              <a class="help-call now" key={number} href={telHref(number)}>
                {t('call', { number })}
              </a>
            ))}
          </p>
        </>
      ) : (
        <EmergencyList />
      )}
      <p>{t('emergency.when')}</p>
    </Notice>
  )
}

/** One row a country, so that a finger finds it whatever else on the page fails. */
export function EmergencyList() {
  const t = useT()
  return (
    <>
      <ul class="emergency-list" aria-label={t('emergency.all')}>
        {countries.map(({ code, name, emergency }) => (
          <li key={code}>
            <span {...asWritten}>{name}</span>
            <span class="emergency-numbers">
              {emergency.map((number) => (
                <a key={number} href={telHref(number)} aria-label={t('emergency.call', { number })}>
                  <span {...asWritten}>{number}</span>
                </a>
              ))}
            </span>
          </li>
        ))}
      </ul>
      <p class="small">{t('emergency.elsewhere')}</p>
    </>
  )
}

/** For somebody who did not say where they are: a line to call is in reach without a further question. */
function CrisisList({ lines }: { lines: CrisisLine[] }) {
  const t = useT()
  return (
    <>
      <ul class="emergency-list" aria-label={t('kind.crisis')}>
        {lines.map(({ country, line: { number = '', extension } }) => (
          <li key={country.code}>
            <span {...asWritten}>{country.name}</span>
            <span class="emergency-numbers">
              <a href={telHref(number)} aria-label={t('call', { number })}>
                <span {...asWritten}>{number}</span>
              </a>
              {extension && <span class="soft">{t('extension', { extension })}</span>}
            </span>
          </li>
        ))}
      </ul>
      {lines.some(({ verified }) => !verified) && (
        <p class="soft small">
          {t('unverified')}. {t('unverified.why')}
        </p>
      )}
    </>
  )
}

function HelpLine({ line, verified }: ShownLine) {
  const t = useT()
  const { number, text, extension } = line
  return (
    <li class="help-line">
      <p class="help-name" {...asWritten}>
        {line.name}
      </p>
      <p class="help-calls">
        {number && (
          <a class="help-call" href={telHref(number)}>
            {t('call', { number })} {extension && t('extension', { extension })}
          </a>
        )}
        {text && (
          <a class={number ? 'help-call second' : 'help-call'} href={smsHref(text.number)}>
            {text.body
              ? t('text.body', { body: text.body, number: text.number })
              : t('text', { number: text.number })}
          </a>
        )}
      </p>
      <LineFacts line={line} />
      <Tags>
        <Tag kind={verified ? 'good' : 'warn'}>
          {verified && line.verified_on ? (
            <>
              {t('verified')} <Day on={line.verified_on} />
            </>
          ) : (
            t('unverified')
          )}
        </Tag>
      </Tags>
      <p class="soft small">
        {t('source')}{' '}
        <span lang="en" data-content>
          {line.source}
        </span>
      </p>
    </li>
  )
}

/** When it answers, what it costs, in which languages; also what we do not know. */
function LineFacts({ line: { hours, cost, languages, note } }: { line: Line }) {
  const t = useT()
  const { locale } = useVisit()
  const [from = '', to = ''] = hours?.split('-') ?? []
  return (
    <>
      {note && (
        <p class="small" lang="en" data-content>
          {note}
        </p>
      )}
      <ul class="help-facts">
        <li>
          {hours === null
            ? t('hours.unknown')
            : hours === 'always'
              ? t('hours.always')
              : t('hours.span', { from, to })}
        </li>
        <li>{t(`cost.${cost ?? 'unknown'}`)}</li>
        <li>
          {languages.length === 0 ? (
            t('languages.unknown')
          ) : (
            <span {...asWritten}>{languages.map((code) => languageName(code, locale)).join(', ')}</span>
          )}
        </li>
      </ul>
    </>
  )
}
