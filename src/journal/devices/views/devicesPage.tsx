import { Button, Choices, LinkButton, TextField } from '../../../design/index.ts'
import { useVisit } from '../../../platform/visit.ts'
import { usePasskeyT, useT } from '../messages.ts'
import { SealedPage } from './frame.tsx'
import { PasskeyCard } from './passkeyCard.tsx'
import { Step } from './step.tsx'
import { SyncCard } from './syncCard.tsx'

export function DevicesPage() {
  const t = useT()
  const passkey = usePasskeyT()
  const { config } = useVisit()
  const gap = { day: '{day}', count: '{count}' }
  const sentences = {
    'pin.short': t('device.pin.short'),
    'passkey.kept': passkey('kept'),
    'passkey.cannot': passkey('cannot'),
    'passkey.stopped': passkey('stopped'),
    'passkey.removed': passkey('removed'),
    'sync.is-off': t('device.sync.is-off'),
    'sync.only-here': t('device.sync.only-here'),
    'sync.is-on': t('device.sync.is-on', gap),
    'sync.never': t('device.sync.never'),
    'sync.unreachable': t('device.sync.unreachable'),
    'sync.full': t('device.sync.full'),
    'sync.working': t('device.sync.working'),
    'sync.erased': t('device.sync.erased'),
    'other.failed': t('device.other.failed'),
    'other.old': t('device.other.old'),
    'other.sent': t('device.other.sent'),
    'other.picture': t('device.other.picture'),
  }
  return (
    <SealedPage title={t('device.title')} island="devices" sentences={sentences}>
      <Step name="none" title={t('device.none.title')}>
        <p>{t('device.none.text')}</p>
        <div class="buttons">
          <LinkButton href="/journal/begin" kind="primary">
            {t('begin.title')}
          </LinkButton>
          <LinkButton href="/journal/open">{t('open.title')}</LinkButton>
        </div>
      </Step>
      <Step name="locked" title={t('device.locked.title')}>
        <LinkButton href="/journal/open" kind="primary">
          {t('open.title')}
        </LinkButton>
      </Step>
      <Step name="words" title={t('words.wait.title')}>
        <p>{t('words.wait.text')}</p>
        <LinkButton href="/journal/words" kind="primary">
          {t('words.wait.go')}
        </LinkButton>
      </Step>
      <Step name="shared">
        <p>{t('device.shared')}</p>
      </Step>
      <SyncCard />
      <Step name="other" title={t('device.other.title')}>
        <p>{t('device.other.text')}</p>
        <button type="button" class="button plain" data-offer>
          {t('device.other.show')}
        </button>
        <div data-offered hidden>
          <p>{t('device.other.code')}</p>
          <div class="code-picture" data-picture />
          <TextField name="code" label={t('device.other.text-code')} />
        </div>
        <div data-compare hidden>
          <h3>{t('device.other.compare')}</h3>
          <p class="five" data-five translate={false} />
          <div class="buttons">
            <button type="button" class="button primary" data-accept>
              {t('device.other.accept')}
            </button>
            <button type="button" class="button plain" data-refuse>
              {t('device.other.refuse')}
            </button>
          </div>
        </div>
      </Step>
      <Step name="pin" title={t('device.pin.title')}>
        <p>{t('device.pin.text')}</p>
        <form data-pin autocomplete="off">
          <TextField
            name="pin"
            type="password"
            label={t('device.pin.label')}
            hint={t('device.pin.hint')}
            autocomplete="off"
            maxlength={64}
            short
          />
          <Button kind="plain">{t('device.pin.set')}</Button>
        </form>
        <div data-has-pin hidden>
          <p>{t('device.pin.is-set')}</p>
          <div class="buttons">
            <button type="button" class="button primary" data-lock>
              {t('device.pin.lock')}
            </button>
            <button type="button" class="button plain" data-remove-pin>
              {t('device.pin.remove')}
            </button>
          </div>
        </div>
      </Step>
      <PasskeyCard />
      <Step name="forget" title={t('device.forget.title')}>
        <p>{t('device.forget.text')}</p>
        <form data-forget={config.leaveTo}>
          <Choices
            type="checkbox"
            name="sure"
            label={t('device.forget.title')}
            options={[{ value: 'yes', label: t('device.forget.sure') }]}
          />
          <Button kind="danger">{t('device.forget.go')}</Button>
        </form>
      </Step>
      <p>
        <a href="/journal/what-we-hold">{t('device.held')}</a>
      </p>
    </SealedPage>
  )
}
