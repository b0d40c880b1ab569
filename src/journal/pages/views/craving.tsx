import { Button, Choices, LinkButton, TextArea, TextField } from '../../../design/index.ts'
import { useT } from '../messages.ts'
import { TenField } from './fields.tsx'
import { After, BookPage } from './frame.tsx'

const helps = [
  'urge-surfing',
  'change-the-place',
  'walk-20-minutes',
  'paced-breathing',
  'called',
  'waited',
] as const

/** One tap keeps it; the rest can wait until it has passed. */
export function CravingPage() {
  const t = useT()
  return (
    <BookPage title={t('craving.title')} island="journal/craving">
      <form data-craving>
        <TenField
          name="strength"
          label={t('craving.strength')}
          low={t('craving.low')}
          high={t('craving.high')}
        />
        <div class="buttons">
          <Button>{t('craving.keep')}</Button>
          <LinkButton href="/now/craving">{t('craving.now')}</LinkButton>
        </div>
        <TextField name="trigger" label={t('craving.trigger')} list="triggers" maxlength={120} optional />
        <datalist id="triggers" />
        <TextField name="place" label={t('craving.place')} list="places" maxlength={120} optional />
        <datalist id="places" />
        <Choices
          type="checkbox"
          name="helped"
          label={t('craving.helped')}
          optional
          options={helps.map((value) => ({ value, label: t(`helped.${value}`) }))}
        />
        <TextField name="helpedOwn" label={t('craving.helpedOwn')} maxlength={120} optional />
        <TextField
          name="minutes"
          type="number"
          min={0}
          max={1440}
          label={t('craving.minutes')}
          optional
          short
        />
        <Choices
          type="radio"
          name="used"
          label={t('craving.used')}
          row
          value="no"
          options={[
            { value: 'no', label: t('craving.used.no') },
            { value: 'yes', label: t('craving.used.yes') },
          ]}
        />
        <TextArea name="note" label={t('craving.note')} rows={2} maxlength={4000} optional />
        <Button>{t('craving.keep')}</Button>
      </form>
      <After name="used" title={t('lapse.kind.title')}>
        <p>{t('lapse.kind')}</p>
        <LinkButton href="/journal/lapse">{t('today.lapse')}</LinkButton>
      </After>
      <After name="kept" title={t('kept.title')}>
        <p>{t('craving.kept')}</p>
        <div class="buttons">
          <LinkButton href="/now/craving" kind="primary">
            {t('craving.now')}
          </LinkButton>
          <LinkButton href="/journal">{t('kept.back')}</LinkButton>
        </div>
        <section data-triggers hidden>
          <h3>{t('craving.before')}</h3>
          <ul class="rows" data-trigger-lines />
        </section>
      </After>
      <template data-say="times">
        {t('craving.times', { trigger: '{trigger}', passed: '{passed}', count: '{count}' })}
      </template>
      <template data-say="worked">{t('craving.worked', { what: '{what}' })}</template>
      <HelpNames />
    </BookPage>
  )
}

/** What helped, by the names of the form, for the script. */
export function HelpNames() {
  const t = useT()
  return (
    <>
      {helps.map((help) => (
        <template key={help} data-say={`helped.${help}`}>
          {t(`helped.${help}`)}
        </template>
      ))}
    </>
  )
}
