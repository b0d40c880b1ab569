import { useVisit } from '../../../platform/visit.ts'
import { usePasskeyT } from '../messages.ts'
import { Step } from './step.tsx'

/** One more way in, where the browser says that it can. */
export function PasskeyCard() {
  const t = usePasskeyT()
  const { config } = useVisit()
  return (
    <Step name="passkey" title={t('title')}>
      <div data-no-passkey>
        <p>{t('text')}</p>
        <p>
          <strong>{t('who')}</strong>
        </p>
        <p>{t('where')}</p>
        <p class="soft">{t('adding')}</p>
        <div class="buttons">
          <button type="button" class="button plain" data-add-passkey={t('name', { site: config.siteName })}>
            {t('add')}
          </button>
        </div>
      </div>
      <div data-has-passkey hidden>
        <p>{t('is-set')}</p>
        <div class="buttons">
          <button type="button" class="button primary" data-lock>
            {t('lock')}
          </button>
          <button type="button" class="button plain" data-remove-passkey>
            {t('remove')}
          </button>
        </div>
      </div>
    </Step>
  )
}
