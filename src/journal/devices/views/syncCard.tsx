import { useT } from '../messages.ts'
import { Step } from './step.tsx'

const troubles = ['rollback', 'omission', 'fork', 'altered', 'gone', 'unknown-version'] as const

/** Syncing, and what a server did that it should not have done: in a sentence. */
export function SyncCard() {
  const t = useT()
  return (
    <Step name="sync" title={t('device.sync.title')}>
      <p>{t('device.sync.text')}</p>
      <div class="notice danger" data-trouble role="alert" hidden>
        <h3>{t('trouble.title')}</h3>
        {troubles.map((kind) => (
          <p key={kind} data-trouble-kind={kind} hidden>
            {t(`trouble.${kind}`)}
          </p>
        ))}
        <p>{t('trouble.join.hint')}</p>
        <div class="buttons">
          <button type="button" class="button plain" data-sync="tryAgain">
            {t('trouble.again')}
          </button>
          <button type="button" class="button plain" data-sync="joinAgain">
            {t('trouble.join')}
          </button>
        </div>
      </div>
      <p role="status" data-sync-state />
      <div class="buttons">
        <button type="button" class="button primary" data-sync="turnSyncOn" data-when="off">
          {t('device.sync.on')}
        </button>
        <button type="button" class="button plain" data-sync="syncNow" data-when="on">
          {t('device.sync.now')}
        </button>
        <button type="button" class="button plain" data-sync="turnSyncOff" data-when="on">
          {t('device.sync.off')}
        </button>
        <button type="button" class="button quiet" data-sync="eraseVault" data-when="on">
          {t('device.sync.erase')}
        </button>
      </div>
    </Step>
  )
}
