import { useT } from '../messages.ts'
import { guidedSeconds } from '../rules.ts'
import type { Guided } from '../technique.ts'
import { Switches } from './switches.tsx'
import { Wave } from './wave.tsx'

interface GuidedBoxProps {
  guided: Guided
  /** Begins by itself, for somebody who has already said what they need. */
  autostart?: boolean
  /** Where several stand on one page, each below a heading of its own. */
  name?: string
}

/**
 * Where the island `toolkit/guided` times the steps. Hidden until it runs: without JavaScript the steps
 * below say the same.
 */
export function GuidedBox({ guided, autostart, name }: GuidedBoxProps) {
  const t = useT()
  const id = name ? `guided-${name}` : 'guided'
  const minutes = Math.max(1, Math.round(guidedSeconds(guided) / 60))
  return (
    <section
      class={autostart ? 'guided at-once' : 'guided'}
      aria-labelledby={id}
      hidden
      data-guided={JSON.stringify(guided)}
      data-ready={t('guided.ready')}
      data-done={t('guided.done')}
      {...(autostart ? { 'data-autostart': '' } : {})}
    >
      {name ? <h3 id={id}>{t('guided')}</h3> : <h2 id={id}>{t('guided')}</h2>}
      <p class="guided-about">{t('guided.about', { minutes })}</p>
      <div class={guided.picture === 'wave' ? 'guided-stage sea' : 'guided-stage'} aria-hidden="true">
        {guided.picture === 'wave' ? (
          <Wave />
        ) : (
          <>
            <div class="guided-shape" />
            <span class="guided-count" translate={false} />
          </>
        )}
      </div>
      <p class="guided-say" aria-live="polite" lang="en" data-content />
      <div class="guided-line" aria-hidden="true">
        <span class="guided-done" />
      </div>
      <p class="guided-left" hidden>
        <span class="guided-time" translate={false} /> {t('guided.left')}
      </p>
      <Switches voice buzz={guided.phases.some(({ shape }) => shape !== 'still')} />
      <div class="buttons">
        <button
          type="button"
          class="button primary"
          data-start={t('guided.start')}
          data-pause={t('guided.pause')}
          data-resume={t('guided.resume')}
          data-again={t('guided.again')}
        >
          {t('guided.start')}
        </button>
      </div>
    </section>
  )
}
