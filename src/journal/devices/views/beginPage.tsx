import { Button, LinkButton, TextField } from '../../../design/index.ts'
import { useT } from '../messages.ts'
import { SealedPage } from './frame.tsx'
import { StayingChoice } from './staying.tsx'
import { Step } from './step.tsx'

export function BeginPage() {
  const t = useT()
  const sentences = {
    wrong: t('begin.ask.wrong'),
    there: t('begin.there'),
    word: t('begin.ask.word', { number: '{number}' }),
  }
  return (
    <SealedPage title={t('begin.title')} island="begin" sentences={sentences}>
      <p class="lead">{t('begin.lead')}</p>
      <Step name="explain" title={t('begin.how')}>
        <ul>
          <li>{t('begin.how.words')}</li>
          <li>{t('begin.how.name')}</li>
          <li>
            <strong>{t('begin.how.lost')}</strong>
          </li>
          <li>{t('begin.how.leave')}</li>
        </ul>
        <form data-explain>
          <StayingChoice />
          <div class="buttons">
            <Button>{t('begin.go')}</Button>
            <LinkButton href="/journal/open" kind="plain">
              {t('begin.have')}
            </LinkButton>
          </div>
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
      <Step name="done" title={t('begin.done.title')}>
        <p>{t('begin.done.text')}</p>
        <div class="buttons">
          <LinkButton href="/journal" kind="primary">
            {t('begin.done.go')}
          </LinkButton>
        </div>
      </Step>
    </SealedPage>
  )
}
