import { Layout, LinkButton } from '../../../design/index.ts'
import { symptoms } from '../../entries/entries.ts'
import { useT } from '../messages.ts'

const days = [1, 2, 3, 4, 5, 6, 7] as const

/** A week to fill in by hand: for those without a script, and for those who like a pen. */
export function PaperPage() {
  const t = useT()
  const lines = [...symptoms.map((symptom) => t.any(`symptom.${symptom}`)), t('checkin.mood')]
  return (
    <Layout title={t('paper.title')} zone="none" sheets={['journal/book']} wide>
      <h1>{t('paper.title')}</h1>
      <p>{t('paper.lead')}</p>
      <p class="soft">{t('paper.scale')}</p>
      <section class="paper-scroll" aria-label={t('paper.title')} tabindex={0}>
        <table class="paper">
          <thead>
            <tr>
              <th scope="col">{t('paper.what')}</th>
              {days.map((day) => (
                <th key={day} scope="col">
                  {t('paper.day', { day })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {[...lines, t('paper.slept'), t('paper.craving'), t('paper.helped')].map((line) => (
              <tr key={line}>
                <th scope="row">{line}</th>
                {days.map((day) => (
                  <td key={day} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <h2>{t('plan.title')}</h2>
      {(['reasons', 'signs', 'ifThen', 'people', 'places'] as const).map((part) => (
        <section key={part}>
          <h3>{t(`plan.${part}`)}</h3>
          <p class="paper-line" />
          <p class="paper-line" />
        </section>
      ))}
      <p>{t('paper.doctor')}</p>
      <div class="buttons no-print">
        <LinkButton href="/journal">{t('today.title')}</LinkButton>
      </div>
    </Layout>
  )
}
