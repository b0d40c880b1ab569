import { MistakeSummary, TextField } from '../../design/index.ts'
import { emptyForm, type Form as FormValue, typedText } from '../../platform/forms.ts'
import { handleLength } from '../handle.rules.ts'
import { useT } from '../messages.ts'

export type AnyForm = Pick<FormValue<unknown>, 'typed' | 'mistakes'>

export function Mistakes({ form }: { form: AnyForm }) {
  const t = useT()
  const mistakes = Object.entries(form.mistakes).map(([field, key]) => ({ field, sentence: t.any(key) }))
  return <MistakeSummary mistakes={mistakes} />
}

/** The sentence beside a field, from the key that the rule gave. */
export function useMistake(form: AnyForm): (field: string) => string | undefined {
  const t = useT()
  return (field) => {
    const key = form.mistakes[field]
    return key === undefined ? undefined : t.any(key)
  }
}

export function HandleField({ form, isNew }: { form: AnyForm; isNew?: boolean }) {
  const t = useT()
  return (
    <TextField
      name="handle"
      label={t('handle.label')}
      hint={isNew ? t('handle.hint') : t('handle.hint_signin')}
      mistake={useMistake(form)('handle')}
      value={typedText(form, 'handle')}
      autocomplete="username"
      // Room for a look-alike or an address, so that the refusal can say what is wrong with it.
      maxlength={handleLength.max * 4}
    />
  )
}

interface SecretFieldProps {
  form: AnyForm
  name?: 'passphrase' | 'current'
  label: string
  hint?: string
  isNew?: boolean
  /** Six words that we made, never what somebody typed. */
  made?: string | undefined
}

/** A passphrase is never put back into a page; the button that shows it while it is typed needs JavaScript. */
export function SecretField({ form, name = 'passphrase', label, hint, isNew, made }: SecretFieldProps) {
  const t = useT()
  return (
    <div class="secret" data-secret>
      <TextField
        name={name}
        type={made ? 'text' : 'password'}
        label={label}
        hint={hint}
        mistake={useMistake(form)(name)}
        value={made}
        autocomplete={isNew ? 'new-password' : 'current-password'}
      />
      {!made && (
        <button type="button" class="button quiet" aria-pressed="false" aria-controls={name} hidden>
          {t('passphrase.show')}
        </button>
      )}
    </div>
  )
}

/** "It is really me", with what was wrong about it the last time. */
export function SecretConfirm({ form = emptyForm() }: { form?: AnyForm }) {
  const t = useT()
  return (
    <>
      <Mistakes form={form} />
      <SecretField form={form} label={t('passphrase.again')} />
    </>
  )
}

export const showSecretIsland = ['account/show-secret']

interface TickProps {
  name: string
  label: string
  hint: string
  ticked: boolean
}

export function Tick({ name, label, hint, ticked }: TickProps) {
  return (
    <div class="choices">
      <label class="choice">
        <input type="checkbox" name={name} value="yes" checked={ticked} />
        <span>
          {label}
          <span class="choice-hint">{hint}</span>
        </span>
      </label>
    </div>
  )
}

export function SharedTick({ form }: { form: AnyForm }) {
  const t = useT()
  return (
    <Tick
      name="shared"
      label={t('shared.label')}
      hint={t('shared.hint')}
      ticked={typedText(form, 'shared') !== ''}
    />
  )
}

/** Where somebody was going before they were asked to sign in. */
export function NextField({ next }: { next: string | undefined }) {
  return next === undefined ? null : <input type="hidden" name="next" value={next} />
}

export function withNext(path: string, next: string | undefined): string {
  return next === undefined ? path : `${path}?next=${encodeURIComponent(next)}`
}
