import { LinkButton, Select, TextField } from '../../design/index.ts'
import { useVisit } from '../../platform/visit.ts'
import { useT as useToolkitT } from '../messages.ts'
import type { SymptomId } from '../technique.ts'
import { useT } from './messages.ts'

/** What asks how strong it is: an island of the journal, which alone may speak to the one on this device. */
export const rateIsland = 'journal/ease/now'

const levels = [0, 1, 2, 3, 4] as const

function Levels({ when, title, hint }: { when: 'before' | 'after'; title: string; hint: string }) {
  const t = useT()
  return (
    <fieldset class="rate-levels">
      <legend>
        {title} <span class="soft">{hint}</span>
      </legend>
      <div class="rate-steps" data-rate-levels={when}>
        {levels.map((level) => (
          <button key={level} type="button" value={level} aria-pressed="false">
            {t(`level.${level}`)}
          </button>
        ))}
      </div>
    </fieldset>
  )
}

/** Asks once before something is done. Hidden until its script runs; whoever does not want it passes by. */
export function RateBefore() {
  const t = useT()
  return (
    <section class="rate" data-rate-before hidden>
      <Levels when="before" title={t('before')} hint={t('wanted')} />
    </section>
  )
}

interface RateAfterProps {
  technique: string
  /** What it may be for, the likeliest first. */
  symptoms: SymptomId[]
}

/** Asks again afterwards, and offers to keep both answers, sealed, where a journal is on this device. */
export function RateAfter({ technique, symptoms: [first, ...others] }: RateAfterProps) {
  const t = useT()
  const names = useToolkitT()
  const { assets } = useVisit()
  const about = [...(first ? [first] : []), ...others]
  const sentences = {
    shown: t('shown', { before: '{before}', after: '{after}' }),
    wrong: t('wrong', { count: '{count}' }),
    wait: t('wait', { seconds: '{seconds}' }),
    kept: t('kept'),
    fault: t('fault'),
  }
  return (
    <section
      class="rate card"
      data-rate={technique}
      data-symptom={first}
      data-journal-worker={assets.url('worker/journal/journal')}
      data-stretch-worker={assets.url('worker/journal/stretch.wasm')}
      hidden
    >
      {about.length > 1 && (
        <Select
          name="about"
          label={t('about')}
          options={about.map((value) => ({ value, label: names(`symptom.${value}`) }))}
        />
      )}
      <Levels when="after" title={t('after')} hint={t('after.hint')} />
      <p role="status" data-rate-said />
      <div data-rate-part="none" hidden>
        <p class="soft">{t('forgotten')}</p>
        <p>
          <a href="/journal/begin">{t('begin')}</a>
        </p>
      </div>
      <div data-rate-part="keep" hidden>
        <button type="button" class="button primary" data-rate-keep>
          {t('keep')}
        </button>
        <p class="soft">{t('forgotten')}</p>
      </div>
      <form data-rate-part="pin" autocomplete="off" hidden>
        <p>{t('locked')}</p>
        <TextField name="pin" type="password" label={t('pin')} autocomplete="off" maxlength={64} short />
        <button type="submit" class="button primary">
          {t('open')}
        </button>
      </form>
      <div data-rate-part="words" hidden>
        <p>
          {t('locked')} {t('words')}
        </p>
        <LinkButton href="/journal/open">{t('words.go')}</LinkButton>
      </div>
      {Object.entries(sentences).map(([name, text]) => (
        <template key={name} data-rate-say={name}>
          {text}
        </template>
      ))}
    </section>
  )
}
