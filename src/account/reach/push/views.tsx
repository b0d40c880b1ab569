import { Button, Card, Choices, Day, Form, Notice, Select, Tag, Tags } from '../../../design/index.ts'
import { useT } from '../messages.ts'
import { type Kinds, mostDevices, type Wording, wordings } from '../rules.ts'
import type { DeviceMistake } from './device.routes.ts'
import type { Device } from './store.ts'

export interface PushCardProps {
  devices: Device[]
  /** The key that the browser is given; undefined where the operator has turned push off. */
  pushKey: string | undefined
  pushMistake: DeviceMistake | undefined
  kinds: Kinds[]
  sessionId: string
  zone: string
}

export function PushCard({ devices, pushKey, pushMistake, kinds, sessionId, zone }: PushCardProps) {
  const t = useT()
  return (
    <Card title={t('push')} id="push">
      {pushMistake && (
        <Notice kind="danger" role="alert">
          <p>{t(pushMistake, { count: mostDevices })}</p>
        </Notice>
      )}
      <p>{t('push.lead')}</p>
      {pushKey === undefined ? (
        <p>{t('push.off')}</p>
      ) : (
        <>
          <p>{t('push.who')}</p>
          <p class="soft">
            {t('push.keeps')} {t('push.ends')}
          </p>
          <TurnOn pushKey={pushKey} kinds={kinds} />
        </>
      )}
      {devices.length > 0 && (
        <>
          <h3>{t('push.devices')}</h3>
          <ul class="rows">
            {devices.map((device) => (
              <DeviceRow
                key={device.id}
                device={device}
                kinds={kinds}
                isThis={device.sessionId === sessionId}
                zone={zone}
              />
            ))}
          </ul>
        </>
      )}
    </Card>
  )
}

function TurnOn({ pushKey, kinds }: { pushKey: string; kinds: Kinds[] }) {
  const t = useT()
  return (
    <Form
      action="/account/reach/push"
      data-push={pushKey}
      data-cannot={t('push.cannot')}
      data-denied={t('push.denied')}
      data-failed={t('push.failed')}
    >
      <noscript>
        <p class="hint">{t('push.script')}</p>
      </noscript>
      <div data-push-fields hidden>
        <WhatItSays id="new" wording="named" chosen="all" kinds={kinds} />
        {(['endpoint', 'p256dh', 'auth'] as const).map((name) => (
          <input key={name} type="hidden" name={name} value="" />
        ))}
        <p class="mistake" role="alert" data-push-mistake hidden />
        <div class="buttons">
          <Button>{t('push.on')}</Button>
        </div>
      </div>
    </Form>
  )
}

interface WhatItSaysProps {
  /** Tells the fields of several devices on one page apart. */
  id: string
  wording: Wording
  chosen: Kinds
  kinds: Kinds[]
}

function WhatItSays({ id, wording, chosen, kinds }: WhatItSaysProps) {
  const t = useT()
  return (
    <>
      <Choices
        type="radio"
        id={`wording-${id}`}
        name="wording"
        label={t('push.wording')}
        value={wording}
        options={wordings.map((value) => ({ value, label: t(`wording.${value}`) }))}
      />
      <Select
        id={`kinds-${id}`}
        name="kinds"
        label={t('kinds')}
        value={chosen}
        options={kinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
      />
    </>
  )
}

interface DeviceRowProps {
  device: Device
  kinds: Kinds[]
  isThis: boolean
  zone: string
}

function DeviceRow({ device, kinds, isThis, zone }: DeviceRowProps) {
  const t = useT()
  const [browser = '', system = ''] = device.label.split('/')
  const name = browser && system ? t('push.device', { browser, system }) : t('push.device_unknown')
  return (
    <li class="reach-row">
      <div>
        <strong>{name}</strong>
        <span class="soft small">
          {t(`kinds.${device.kinds}`)} · {t(`wording.${device.wording}`)}
          <br />
          {t('push.since')} <Day on={device.addedAt.toZonedDateTimeISO(zone).toPlainDate()} />
        </span>
        {isThis && (
          <Tags>
            <Tag>{t('push.this')}</Tag>
          </Tags>
        )}
      </div>
      <Form
        action={`/account/reach/push/${device.id}/remove`}
        {...(isThis ? { 'data-push-remove': 'yes' } : {})}
      >
        <Button kind="quiet">
          {t('push.remove')}
          <span class="unseen">{t('push.remove_which', { device: name })}</span>
        </Button>
      </Form>
      <details class="more">
        <summary>
          {t('push.change')}
          <span class="unseen">{t('push.remove_which', { device: name })}</span>
        </summary>
        <Form action={`/account/reach/push/${device.id}`}>
          <WhatItSays id={device.id} wording={device.wording} chosen={device.kinds} kinds={kinds} />
          <div class="buttons">
            <Button>{t('push.save')}</Button>
          </div>
        </Form>
      </details>
    </li>
  )
}
