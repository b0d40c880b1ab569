import { Button, LinkButton, TextArea, TextField } from '../../../design/index.ts'
import { usePasskeyT, useT } from '../messages.ts'
import { SealedPage } from './frame.tsx'
import { StayingChoice } from './staying.tsx'
import { Step } from './step.tsx'

export function OpenPage() {
  const t = useT()
  const passkey = usePasskeyT()
  const gap = { count: '{count}', seconds: '{seconds}', word: '{word}', near: '{near}' }
  const sentences = {
    'passkey.failed': passkey('open.failed'),
    'passkey.failed.pin': passkey('open.failed.pin'),
    'pin.wrong': t('open.pin.wrong', gap),
    'pin.none': t('open.pin.none'),
    'pin.wait': t('open.pin.wait', gap),
    count: t('open.wrong.count', gap),
    unknown: t('open.wrong.unknown', gap),
    'unknown.none': t('open.wrong.unknown.none', gap),
    check: t('open.wrong.check'),
    other: t('open.wrong.other'),
    noVault: t('open.wrong.no-vault'),
    unreachable: t('open.wrong.unreachable'),
    trouble: t('open.wrong.trouble'),
    'code.code': t('open.code.refused'),
    'code.unreachable': t('open.code.unreachable'),
    'code.too-old-browser': t('open.code.old'),
  }
  return (
    <SealedPage title={t('open.title')} island="open" sentences={sentences}>
      <Step name="passkey" title={passkey('open.title')}>
        <button type="button" class="button primary" data-passkey>
          {passkey('open.go')}
        </button>
      </Step>
      <Step name="pin" title={t('open.pin.title')}>
        <form data-pin>
          <TextField name="pin" type="password" label={t('open.pin.label')} autocomplete="off" short />
          <Button>{t('open.pin.go')}</Button>
        </form>
      </Step>
      <Step name="words" title={t('open.words.title')}>
        <p>{t('open.words.text')}</p>
        <form data-words autocomplete="off">
          <TextArea name="words" label={t('open.words.label')} rows={3} maxlength={400} />
          <div data-staying>
            <StayingChoice />
          </div>
          <Button>{t('open.words.go')}</Button>
        </form>
      </Step>
      <Step name="code" title={t('open.code.title')}>
        <p>{t('open.code.text')}</p>
        <form data-code autocomplete="off">
          <TextField name="code" label={t('open.code.label')} autocomplete="off" maxlength={120} />
          <Button kind="plain">{t('open.code.go')}</Button>
        </form>
      </Step>
      <Step name="compare" title={t('open.code.compare')}>
        <p class="five" data-five translate={false} />
        <p>{t('open.code.compare.text')}</p>
      </Step>
      <Step name="done" title={t('open.done')}>
        <div class="buttons">
          <LinkButton href="/journal" kind="primary">
            {t('open.go')}
          </LinkButton>
        </div>
      </Step>
      <p>
        <a href="/journal/begin">{t('open.new')}</a>
      </p>
    </SealedPage>
  )
}
