import { Button, LinkButton, TextField } from '../../../design/index.ts'
import { useT } from '../messages.ts'
import { SealedPage } from './frame.tsx'
import { Step } from './step.tsx'

/** The twelve words: shown until two of them were read back, in a quiet minute and not before the first entry. */
export function WordsPage() {
  const t = useT()
  const sentences = { wrong: t('begin.ask.wrong'), word: t('begin.ask.word', { number: '{number}' }) }
  return (
    <SealedPage title={t('words.title')} island="words" sentences={sentences}>
      <Step name="why">
        <p>{t('words.lead')}</p>
        <p>{t('words.need')}</p>
        <form data-show>
          <Button>{t('words.show')}</Button>
        </form>
      </Step>
      <Step name="words" title={t('begin.words.title')}>
        <p>{t('begin.words.text')}</p>
        <ol class="twelve" aria-label={t('begin.words.list')} data-words translate={false} />
        <form data-written>
          <Button>{t('begin.words.done')}</Button>
        </form>
      </Step>
      <Step name="ask" title={t('begin.ask.title')}>
        <p>{t('begin.ask.text')}</p>
        <form data-ask autocomplete="off">
          <TextField name="first" label={t('begin.ask.word', { number: 1 })} autocomplete="off" short />
          <TextField name="second" label={t('begin.ask.word', { number: 2 })} autocomplete="off" short />
          <div class="buttons">
            <Button>{t('begin.ask.go')}</Button>
            <button type="button" class="button quiet" data-back>
              {t('begin.ask.back')}
            </button>
          </div>
        </form>
      </Step>
      <Step name="done" title={t('words.done.title')}>
        <p>{t('words.done.text')}</p>
        <LinkButton href="/journal/devices" kind="primary">
          {t('words.done.go')}
        </LinkButton>
      </Step>
      <Step name="over" title={t('words.over.title')}>
        <p>{t('words.over.text')}</p>
        <LinkButton href="/journal/data">{t('words.over.go')}</LinkButton>
      </Step>
      <p>
        <a href="/journal">{t('words.back')}</a>
      </p>
    </SealedPage>
  )
}
