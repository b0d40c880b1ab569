import { LinkButton, useStill } from '../../../design/index.ts'
import { HelpHere, useCountryHere } from '../../../help/index.ts'
import { type Look, lookedAt, stops } from '../before.rules.ts'
import { useT } from '../messages.ts'

export const beforeSendingIsland = 'moderation/words/before-sending'
export const beforeSendingSheet = 'moderation/words/before'

interface BeforeSendingProps {
  /** What the server found; the island shows and hides the same parts by itself. */
  look?: Look | undefined
  /** Links are no matter for members who are known a little. */
  mayLink: boolean
}

/** Stands in a form for words, above its button, and is seen only when there is something to say. */
export function BeforeSending({ look, mayLink }: BeforeSendingProps) {
  const t = useT()
  const country = useCountryHere()
  const still = useStill(`before-sending ${country}`, () => <Parts country={country} />)
  return (
    <div
      class="before-sending"
      data-before-sending
      data-links={mayLink ? 'yes' : 'no'}
      tabindex={-1}
      autofocus={look !== undefined}
    >
      <input type="hidden" name="looked" value={look ? lookedAt(look) : ''} />
      {look ? (
        <div role="alert">
          <Parts look={look} country={country} />
        </div>
      ) : (
        <div role="status" {...still} />
      )}
      <button
        type="submit"
        class="button plain"
        data-anyway={t('before.anyway')}
        data-anyway-crisis={t('before.crisis.anyway')}
        hidden={!look || look.hints.some(({ category }) => category === 'link')}
      >
        {t(look?.crisis ? 'before.crisis.anyway' : 'before.anyway')}
      </button>
    </div>
  )
}

/** All that may have to be said, hidden as far as it does not. */
function Parts({ look, country }: { look?: Look; country: string }) {
  const t = useT()
  const found = new Map(look?.hints.map(({ category, words }) => [category, words]))
  return (
    <>
      <section class="before-help" data-found="crisis" hidden={!look?.crisis}>
        <h2>{t('before.crisis')}</h2>
        <p>{t('before.crisis.say')}</p>
        <PeopleToCall country={country} />
      </section>
      <section class="before-hints" data-found="hints" hidden={found.size === 0}>
        <h2>{t('before.title')}</h2>
        <p>{t('before.lead')}</p>
        <ul>
          {stops.map((category) => (
            <li key={category} data-found={category} hidden={!found.has(category)}>
              {t(`before.${category}`)}{' '}
              <span class="before-where">
                {t('before.where')} <mark dir="auto">{found.get(category) ?? ''}</mark>
              </span>
            </li>
          ))}
        </ul>
        <p class="soft" data-change={t('before.change')} data-link-only={t('before.linkOnly')}>
          {t(found.has('link') ? 'before.linkOnly' : 'before.change')}
        </p>
      </section>
    </>
  )
}

function PeopleToCall({ country }: { country: string }) {
  const t = useT()
  return (
    <>
      <HelpHere country={country} />
      <div class="buttons">
        <LinkButton kind="primary" href="/help">
          {t('before.crisis.help')}
        </LinkButton>
        <LinkButton href="/now">{t('before.crisis.now')}</LinkButton>
      </div>
    </>
  )
}

/** After a post from a dark place: once, calmly, above everything else. */
export function AfterCrisis() {
  const t = useT()
  return (
    <section class="before-help" role="status" tabindex={-1} autofocus>
      <h2>{t('after.crisis')}</h2>
      <p>{t('after.crisis.say')}</p>
      <PeopleToCall country={useCountryHere()} />
    </section>
  )
}

/** After words of fear for somebody else: what one can do oneself, and whom one can call about it. */
export function AfterFear() {
  const t = useT()
  return (
    <section class="before-help" role="status" tabindex={-1} autofocus>
      <h2>{t('another.title')}</h2>
      <p>{t('another.say')}</p>
      <ul>
        {(['ask', 'listen', 'means', 'danger', 'you'] as const).map((step) => (
          <li key={step}>{t(`another.${step}`)}</li>
        ))}
      </ul>
      <p>{t('another.call')}</p>
      <HelpHere country={useCountryHere()} />
      <div class="buttons">
        <LinkButton kind="primary" href="/help">
          {t('before.crisis.help')}
        </LinkButton>
      </div>
    </section>
  )
}
