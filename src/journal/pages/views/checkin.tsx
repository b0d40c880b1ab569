import { Button, Choices, LinkButton, Notice, TextArea, TextField } from '../../../design/index.ts'
import { moreSymptoms, symptoms } from '../../entries/entries.ts'
import { useT } from '../messages.ts'
import { LevelField, TenField } from './fields.tsx'
import { After, BookPage } from './frame.tsx'

const signs = ['life', 'body', 'breath', 'confused', 'liver', 'fluids'] as const

export function CheckinPage() {
  const t = useT()
  return (
    <BookPage title={t('checkin.title')} island="journal/checkin">
      <form data-checkin>
        <p class="soft">{t('checkin.lead')}</p>
        {symptoms.map((symptom) => (
          <LevelField key={symptom} symptom={symptom} />
        ))}
        <TenField
          name="mood"
          label={t('checkin.mood')}
          low={t('checkin.mood.low')}
          high={t('checkin.mood.high')}
        />
        <Button>{t('checkin.keep')}</Button>
        <details class="more">
          <summary>{t('checkin.sleep')}</summary>
          <div class="columns">
            <TextField name="bed" type="time" label={t('checkin.bed')} optional short />
            <TextField name="asleep" type="time" label={t('checkin.asleep')} optional short />
            <TextField
              name="awakeMinutes"
              type="number"
              min={0}
              max={900}
              label={t('checkin.awake')}
              optional
              short
            />
            <TextField name="up" type="time" label={t('checkin.up')} optional short />
          </div>
        </details>
        <details class="more">
          <summary>{t('checkin.others')}</summary>
          {moreSymptoms.map((symptom) => (
            <LevelField key={symptom} symptom={symptom} />
          ))}
        </details>
        <details class="more">
          <summary>{t('checkin.signs')}</summary>
          <Choices
            type="checkbox"
            name="signs"
            label={t('checkin.signs.label')}
            options={signs.map((value) => ({ value, label: t(`sign.${value}`) }))}
          />
        </details>
        <TextArea name="note" label={t('checkin.note')} rows={3} maxlength={4000} optional />
        <Button>{t('checkin.keep')}</Button>
      </form>
      <After name="emergency" title={t('flag.emergency.title')}>
        <Notice kind="danger">
          <p>{t('flag.emergency')}</p>
          <LinkButton href="/help" kind="primary">
            {t('flag.numbers')}
          </LinkButton>
        </Notice>
      </After>
      <After name="life" title={t('flag.life.title')}>
        <Notice kind="danger">
          <p>{t('flag.life')}</p>
          <LinkButton href="/help" kind="primary">
            {t('flag.numbers')}
          </LinkButton>
        </Notice>
      </After>
      <After name="today" title={t('flag.today.title')}>
        <Notice kind="warn">
          <p>{t('flag.today')}</p>
          <LinkButton href="/guide/when-to-see-a-doctor">{t('flag.doctor')}</LinkButton>
        </Notice>
      </After>
      <After name="kept" title={t('kept.title')}>
        <p>{t('kept.words')}</p>
        <div class="buttons">
          <LinkButton href="/journal" kind="primary">
            {t('kept.back')}
          </LinkButton>
          <LinkButton href="/now">{t('kept.now')}</LinkButton>
        </div>
      </After>
    </BookPage>
  )
}
