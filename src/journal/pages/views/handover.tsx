import { Button, LinkButton, TextArea, TextField } from '../../../design/index.ts'
import { moreSymptoms, symptoms } from '../../entries/entries.ts'
import { useT } from '../messages.ts'
import { BookPage } from './frame.tsx'

/** One page for ten minutes with a clinician: made on the device, handed over by nobody but the person. */
export function HandoverPage() {
  const t = useT()
  return (
    <BookPage
      title={t('handover.title')}
      island="journal/handover"
      wide
      sentences={{
        last: t('handover.last', { on: '{on}', days: '{days}' }),
        run: t('handover.run', { days: '{days}', lapses: '{lapses}' }),
        doses: t('handover.doses', { times: '{times}' }),
        slept: t('handover.slept', { hours: '{hours}', nights: '{nights}' }),
        cravings: t('handover.cravings', { count: '{count}', mean: '{mean}' }),
        none: t('handover.none'),
        chart: t('handover.chart'),
      }}
    >
      <form class="card no-print" data-ask>
        <p class="lead">{t('handover.lead')}</p>
        <TextField
          name="used"
          label={t('handover.used')}
          hint={t('handover.usedHint')}
          maxlength={200}
          optional
        />
        <TextArea
          name="others"
          label={t('handover.others')}
          hint={t('handover.othersHint')}
          rows={2}
          maxlength={500}
          optional
        />
        <TextArea name="questions" label={t('handover.questions')} rows={3} maxlength={800} optional />
        <Button>{t('handover.make')}</Button>
      </form>
      <article class="handover" data-sheet hidden>
        <p class="soft">
          {t('handover.made')} <time data-made />
        </p>
        <h2>{t('handover.use')}</h2>
        <ul data-use />
        <h2>{t('handover.course')}</h2>
        <div data-chart />
        <section class="paper-scroll" aria-label={t('handover.table')} tabindex={0}>
          <table class="figures">
            <caption>{t('handover.table')}</caption>
            <thead>
              <tr data-days />
            </thead>
            <tbody data-symptoms />
          </table>
        </section>
        <h2>{t('handover.more')}</h2>
        <ul data-more />
        <h2>{t('handover.signs')}</h2>
        <ul data-signs />
        <h2>{t('handover.othersTitle')}</h2>
        <p data-others dir="auto" />
        <h2>{t('handover.questionsTitle')}</h2>
        <p data-questions dir="auto" />
        <p class="soft small">{t('handover.notice')}</p>
        <div class="buttons no-print">
          <button type="button" class="button primary" data-print>
            {t('handover.print')}
          </button>
          <button type="button" class="button plain" data-fhir>
            {t('handover.fhir')}
          </button>
        </div>
      </article>
      <div class="buttons no-print">
        <LinkButton href="/journal">{t('kept.back')}</LinkButton>
      </div>
      {[...symptoms, ...moreSymptoms].map((symptom) => (
        <template key={symptom} data-say={`symptom.${symptom}`}>
          {t.any(`symptom.${symptom}`)}
        </template>
      ))}
      {(['life', 'body', 'breath', 'confused', 'liver', 'fluids'] as const).map((sign) => (
        <template key={sign} data-say={`sign.${sign}`}>
          {t(`sign.${sign}`)}
        </template>
      ))}
      {(['phq8', 'gad7', 'barc10'] as const).map((scale) => (
        <template key={scale} data-say={`scale.${scale}`}>
          {t('handover.score', { scale: scaleNames[scale], sum: '{sum}', of: '{of}', on: '{on}' })}
        </template>
      ))}
      {(['leaf', 'extract', 'seven_oh'] as const).map((product) => (
        <template key={product} data-say={`product.${product}`}>
          {t(`product.${product}`)}
        </template>
      ))}
    </BookPage>
  )
}

const scaleNames = { phq8: 'PHQ-8', gad7: 'GAD-7', barc10: 'BARC-10' }
