import { LinkButton } from '../../../design/index.ts'
import { useT as useEaseT } from '../../ease/messages.ts'
import { OpenSheet } from '../../thinking/views/sheetTitles.tsx'
import { useT } from '../messages.ts'
import { BookPage, Line } from './frame.tsx'
import { EntryWords } from './today.tsx'

export function EntriesPage() {
  const t = useT()
  const ease = useEaseT()
  return (
    <BookPage title={t('entries.title')} island="journal/entries">
      <p class="soft" data-nothing hidden>
        {t('today.nothing')}
      </p>
      <ul class="rows acting" data-entries />
      <p class="buttons">
        <button type="button" class="button plain" data-older hidden>
          {t('entries.older')}
        </button>
      </p>
      <LinkButton href="/journal">{t('kept.back')}</LinkButton>
      <Line name="entry">
        <li>
          <div>
            <strong data-gap="what" /> <time class="soft" data-gap="when" />
            <p data-gap="words" dir="auto" />
            <div data-gap="versions" hidden>
              <p class="soft">{t('entries.versions')}</p>
            </div>
          </div>
          <div class="buttons">
            <a class="button quiet" href="/journal/ease" data-gap="change" hidden>
              {ease('change')}
            </a>
            <OpenSheet />
            <button type="button" class="button quiet" data-gap="remove">
              {t('remove')}
            </button>
          </div>
        </li>
      </Line>
      <EntryWords />
      <template data-say="sure">{t('entries.sure')}</template>
      <template data-say="choose">{t('entries.choose')}</template>
    </BookPage>
  )
}
