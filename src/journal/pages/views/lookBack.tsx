import { Button, LinkButton, Notice } from '../../../design/index.ts'
import { type ScaleId, scales } from '../../reckoning/scales.rules.ts'
import { useT } from '../messages.ts'
import { After, BookPage } from './frame.tsx'

const bands = {
  phq8: ['minimal', 'mild', 'moderate', 'moderately_severe', 'severe'],
  gad7: ['minimal', 'mild', 'moderate', 'severe'],
  barc10: ['steady', 'not_yet_steady'],
} as const

/** Offered, not nagged: three short scales in the words of their authors, reckoned on the device. */
export function LookBackPage() {
  const t = useT()
  return (
    <BookPage
      title={t('back.title')}
      island="journal/look-back"
      sentences={{
        missing: t('back.missing'),
        sum: t('back.sum', { sum: '{sum}', of: '{of}' }),
        before: t('back.before', { on: '{on}', sum: '{sum}' }),
      }}
    >
      <p class="lead">{t('back.lead')}</p>
      {(Object.keys(scales) as ScaleId[]).map((scale) => (
        <ScaleForm key={scale} scale={scale} />
      ))}
      <After name="talk" title={t('back.talk.title')}>
        <Notice kind="warn">
          <p>{t('back.talk')}</p>
          <LinkButton href="/guide/telling-a-doctor">{t('back.talk.how')}</LinkButton>
          <LinkButton href="/help">{t('flag.numbers')}</LinkButton>
        </Notice>
      </After>
      <LinkButton href="/journal">{t('kept.back')}</LinkButton>
    </BookPage>
  )
}

function ScaleForm({ scale }: { scale: ScaleId }) {
  const t = useT()
  const { questions, least, most } = scales[scale]
  const answers = Array.from({ length: most - least + 1 }, (_, index) => least + index)
  return (
    <details class="card more" data-scale={scale}>
      <summary>{t(`back.${scale}.title`)}</summary>
      <p class="soft" data-scale-before />
      <form data-score={scale}>
        <p>{t(`back.${scale}.ask`)}</p>
        {Array.from({ length: questions }, (_, index) => (
          <fieldset class="scale" key={index}>
            <legend>{t.any(`back.${scale}.${index + 1}`)}</legend>
            <div class={answers.length > 5 ? 'scale-steps six' : 'scale-steps four'}>
              {answers.map((answer) => (
                <label class="scale-step" key={answer}>
                  <input type="radio" name={`q${index}`} value={answer} />
                  <span>{t.any(`back.${scale === 'barc10' ? 'agree' : 'often'}.${answer}`)}</span>
                </label>
              ))}
            </div>
          </fieldset>
        ))}
        <Button>{t('back.reckon')}</Button>
      </form>
      <div data-scale-result hidden>
        <p class="lead" tabindex={-1} data-scale-sum />
        {bands[scale].map((band) => (
          <p key={band} data-scale-band={band} hidden>
            {t.any(`back.band.${band}`)}
          </p>
        ))}
        <p class="soft">{t('back.means')}</p>
      </div>
      <p class="soft small">{t(`back.${scale}.notice`)}</p>
    </details>
  )
}
