import type { ComponentChildren } from 'preact'
import { Button, Form } from '../../design/index.ts'
import { passkeyWords } from '../messages.ts'

interface PasskeyFormProps {
  action: string
  /** Where the device is told what to sign. */
  ask: string
  /** A new passkey is made; otherwise one is shown. */
  makes?: boolean
  submit: string
  /** What stands there without JavaScript. */
  script: string
  mistake?: string | undefined
  children?: ComponentChildren
}

/** A form that a device fills in: its button begins the browser's own questions, and what they give is sent. */
export function PasskeyForm({ action, ask, makes, submit, script, mistake, children }: PasskeyFormProps) {
  const t = passkeyWords.useT()
  return (
    <Form
      action={action}
      data-passkey={makes ? 'make' : 'show'}
      data-ask={ask}
      data-unknown={t('enter.unknown')}
      data-for-here={t('enter.for-here')}
      data-cannot={t('enter.cannot')}
      data-failed={t('enter.failed')}
    >
      <noscript>
        <p class="hint">{script}</p>
      </noscript>
      {/* Where no script runs there is nothing to fill in either. */}
      <div data-passkey-fields hidden>
        {children}
        <input type="hidden" name="answer" value="" />
        <p class="mistake" role="alert" data-passkey-mistake hidden={mistake === undefined}>
          {mistake}
        </p>
        <div class="buttons">
          <Button kind={makes ? 'primary' : 'plain'}>{submit}</Button>
        </div>
      </div>
    </Form>
  )
}
