import { Button, LinkButton, Select, TextField } from '../../../design/index.ts'
import { techniques } from '../../../toolkit/index.ts'
import { moreSymptoms, symptoms } from '../../entries/entries.ts'
import { useT as useBookT } from '../../pages/messages.ts'
import { ScaleField } from '../../pages/views/fields.tsx'
import { After, BookPage, Line } from '../../pages/views/frame.tsx'
import { ownTechnique } from '../ease.rules.ts'
import { useT } from '../messages.ts'
import { EaseNames } from './names.tsx'

/** What was tried and how strong it was before and after: two taps once the rest is as it was the last time. */
export function EasePage() {
  const t = useT()
  const book = useBookT()
  return (
    <BookPage title={t('title')} island="journal/ease/entry" sentences={{ missing: t('missing') }}>
      <form data-ease>
        <p class="soft" data-changing hidden>
          {t('changing')}
        </p>
        <p class="soft" data-lead>
          {t('lead')}
        </p>
        <Select
          name="technique"
          label={t('technique')}
          options={[
            ...techniques.map(({ slug, title }) => ({ value: slug, label: title, asWritten: true })),
            { value: ownTechnique, label: t('own') },
          ]}
        />
        <div data-own hidden>
          <TextField name="own" label={t('own.label')} maxlength={120} />
        </div>
        <Select
          name="symptom"
          label={t('symptom')}
          options={[...symptoms, ...moreSymptoms].map((value) => ({
            value,
            label: book.any(`symptom.${value}`),
          }))}
        />
        <ScaleField name="before" legend={t('before')} />
        <ScaleField name="after" legend={t('after')} />
        <Button>
          <span data-new>{t('keep')}</span>
          <span data-changing hidden>
            {t('keep.change')}
          </span>
        </Button>
      </form>
      <After name="kept" title={book('kept.title')}>
        <p>{t('kept')}</p>
        <div class="buttons">
          <button type="button" class="button plain" data-again>
            {t('again')}
          </button>
          <LinkButton href="/journal/picture">{book('picture.title')}</LinkButton>
          <LinkButton href="/journal">{book('kept.back')}</LinkButton>
        </div>
      </After>
      <section data-lately hidden>
        <h2>{t('lately')}</h2>
        <ul class="rows acting" data-entries />
        <p class="buttons">
          <button type="button" class="button plain" data-older hidden>
            {t('older')}
          </button>
        </p>
      </section>
      <Line name="entry">
        <li>
          <div>
            <time class="soft" data-gap="when" />
            <p data-gap="words" dir="auto" />
          </div>
          <button type="button" class="button quiet" data-gap="change">
            {t('change')}
          </button>
        </li>
      </Line>
      <EaseNames />
    </BookPage>
  )
}
