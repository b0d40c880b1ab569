import { asWritten } from '../../design/index.ts'
import { useVisit } from '../../platform/visit.ts'
import { useT } from '../messages.ts'
import { codeHere, numbersFor } from '../numbers.ts'
import { smsHref, telHref } from '../rules.ts'

const mostLines = 2

/** The code of the country somebody is in, as far as their own zone says it, else of the operator's; '' for one we do not know. */
export function useCountryHere(): string {
  const { member, config } = useVisit()
  return codeHere(member?.zone, config.defaultCountry)
}

/**
 * The numbers of where somebody is, in the middle of something else. Where we know none, the way to a list of all.
 * @param country as `useCountryHere` gives it
 */
export function HelpHere({ country: code }: { country: string }) {
  const t = useT()
  const { now } = useVisit()
  const { country, lines } = numbersFor(code, now)
  const crisis = lines.filter(({ line }) => line.kind === 'crisis').slice(0, mostLines)
  return (
    <>
      {country && (
        <ul class="help-here">
          {crisis.map(({ line: { id, name, number, text } }) => (
            <li key={id}>
              <span {...asWritten}>{name}</span>{' '}
              {number && <a href={telHref(number)}>{t('call', { number })}</a>}{' '}
              {text && (
                <a href={smsHref(text.number)}>
                  {text.body
                    ? t('text.body', { body: text.body, number: text.number })
                    : t('text', { number: text.number })}
                </a>
              )}
            </li>
          ))}
          <li>
            {t('here.danger')}{' '}
            {country.emergency.map((number) => (
              <a key={number} href={telHref(number)} aria-label={t('emergency.call', { number })}>
                <span {...asWritten}>{number}</span>
              </a>
            ))}
          </li>
        </ul>
      )}
      <p class="small">
        {country ? (
          <>
            {t('here.country')} <span {...asWritten}>{country.name}</span>.{' '}
          </>
        ) : (
          t('here.none')
        )}{' '}
        <a href="/help?country=">{t('elsewhere')}</a>
        {crisis.some(({ verified }) => !verified) && ` ${t('here.unverified')}`}
      </p>
    </>
  )
}
