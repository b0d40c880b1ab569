import { useT } from './messages.ts'
import { Switches } from './switches.tsx'

/** Where the island `toolkit/sips` counts. Hidden until it runs: the steps below say the same. */
export function SipsBox({ sipMinutes, waitMinutes }: { sipMinutes: number; waitMinutes: number }) {
  const t = useT()
  return (
    <section
      class="guided sips"
      aria-labelledby="sips"
      hidden
      data-sips
      data-sip-minutes={sipMinutes}
      data-wait-minutes={waitMinutes}
      data-due={t('sips.due')}
      data-wait={t('sips.wait', { minutes: sipMinutes })}
      data-back-wait={t('sips.backWait', { minutes: waitMinutes })}
      data-count={t('sips.count', { count: '{count}' })}
      data-count-one={t('sips.count.one')}
    >
      <h2 id="sips">{t('sips')}</h2>
      <p class="sips-clock" role="timer" aria-live="off" data-sips-clock translate={false}>
        {`${sipMinutes}:00`}
      </p>
      <p class="guided-say" aria-live="polite" data-sips-say>
        {t('sips.first')}
      </p>
      <p class="guided-about" data-sips-taken />
      <Switches voice buzz />
      <div class="buttons">
        <button type="button" class="button primary" data-sips-sip>
          {t('sips.taken')}
        </button>
        <button type="button" class="button" data-sips-back hidden>
          {t('sips.back')}
        </button>
      </div>
    </section>
  )
}
