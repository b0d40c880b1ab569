import { Button, LinkButton } from '../../../design/index.ts'
import { useT } from '../messages.ts'
import { SealedPage } from './frame.tsx'
import { StayingChoice } from './staying.tsx'
import { Step } from './step.tsx'

/** One tap begins a journal; what can be lost is said before it. */
export function BeginPage() {
  const t = useT()
  return (
    <SealedPage title={t('begin.title')} island="begin" sentences={{ there: t('begin.there') }}>
      <p class="lead">{t('begin.lead')}</p>
      <Step name="explain" title={t('begin.how')}>
        <form data-begin>
          <p>
            <strong>{t('begin.how.lost')}</strong>
          </p>
          <p>
            {t('begin.how.later')} {t('begin.how.name')}
          </p>
          <div class="buttons">
            <Button>{t('begin.go')}</Button>
            <LinkButton href="/journal/open" kind="plain">
              {t('begin.have')}
            </LinkButton>
          </div>
          <StayingChoice />
        </form>
      </Step>
      <Step name="done" title={t('begin.done.title')}>
        <div class="buttons">
          <LinkButton href="/journal" kind="primary">
            {t('begin.done.go')}
          </LinkButton>
        </div>
      </Step>
    </SealedPage>
  )
}
