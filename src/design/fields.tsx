import type { ComponentChildren } from 'preact'
import { asWritten } from './html.tsx'
import { useT } from './messages.ts'

interface FieldProps {
  name: string
  /** Defaults to the name; the mistake summary links to it. */
  id?: string
  label: string
  hint?: string | undefined
  /** The sentence beside the field when it was refused. */
  mistake?: string | undefined
  optional?: boolean
}

interface Described {
  id: string
  describedBy: Record<string, string | boolean>
}

function describe({ name, id = name, hint, mistake }: FieldProps): Described {
  const ids = [hint && `${id}-hint`, mistake && `${id}-mistake`].filter(Boolean).join(' ')
  return {
    id,
    describedBy: {
      ...(ids ? { 'aria-describedby': ids } : {}),
      ...(mistake ? { 'aria-invalid': 'true', autofocus: true } : {}),
    },
  }
}

function Around(props: FieldProps & { short?: boolean | undefined; children: ComponentChildren }) {
  const t = useT()
  const id = props.id ?? props.name
  return (
    <div class={props.short ? 'field short' : 'field'}>
      <label for={id}>
        {props.label} {props.optional && <span class="soft">{t('field.optional')}</span>}
      </label>
      {props.hint && (
        <p class="hint" id={`${id}-hint`}>
          {props.hint}
        </p>
      )}
      {props.children}
      <MistakeLine id={id} mistake={props.mistake} />
    </div>
  )
}

function MistakeLine({ id, mistake }: { id: string; mistake: string | undefined }) {
  return mistake ? (
    <p class="mistake" id={`${id}-mistake`}>
      {mistake}
    </p>
  ) : null
}

interface TextFieldProps extends FieldProps {
  type?: 'text' | 'password' | 'search' | 'number' | 'date' | 'time' | 'url' | 'tel'
  value?: string | undefined
  autocomplete?: string
  inputmode?: 'numeric' | 'decimal' | 'text'
  maxlength?: number
  min?: number | string
  max?: number | string
  step?: number | 'any'
  list?: string
  short?: boolean
}

export function TextField(props: TextFieldProps) {
  const { id, describedBy } = describe(props)
  const { type = 'text', name, value, autocomplete, inputmode, maxlength, min, max, step, list } = props
  const more = { type, autocomplete, inputmode, maxlength, min, max, step, list }
  const given = Object.fromEntries(Object.entries(more).filter(([, one]) => one !== undefined))
  return (
    <Around {...props}>
      <input id={id} name={name} value={value ?? ''} dir="auto" {...given} {...describedBy} />
    </Around>
  )
}

/** Names the fields that hold what somebody wrote, in whatever form: where it cannot be taken, it is given back. */
export const wordsField = '_words'

export function TextArea(
  props: FieldProps & { value?: string | undefined; maxlength?: number; rows?: number },
) {
  const { id, describedBy } = describe(props)
  const size = {
    ...(props.maxlength === undefined ? {} : { maxlength: props.maxlength }),
    ...(props.rows === undefined ? {} : { rows: props.rows }),
  }
  return (
    <Around {...props}>
      <input type="hidden" name={wordsField} value={props.name} />
      <textarea id={id} name={props.name} dir="auto" {...size} {...describedBy}>
        {props.value ?? ''}
      </textarea>
    </Around>
  )
}

export interface Option {
  value: string
  label: string
  hint?: string | undefined
  /** The label is no sentence of ours: a zone, a town, a name. */
  asWritten?: boolean
}

export function Select(
  props: FieldProps & { value?: string | undefined; options: Option[]; short?: boolean },
) {
  const { id, describedBy } = describe(props)
  return (
    <Around {...props}>
      <select id={id} name={props.name} {...describedBy}>
        {props.options.map((option) => (
          <option
            key={option.value}
            value={option.value}
            selected={option.value === props.value}
            {...(option.asWritten ? asWritten : {})}
          >
            {option.label}
          </option>
        ))}
      </select>
    </Around>
  )
}

interface ChoicesProps extends FieldProps {
  type: 'radio' | 'checkbox'
  options: Option[]
  /** What is chosen now. */
  value?: string | string[] | undefined
  /** Side by side where they fit, for short labels. */
  row?: boolean
  /** The legend as a question in large letters. */
  question?: boolean
}

/** Large tap targets for one (radio) or several (checkbox) of a few things. */
export function Choices(props: ChoicesProps) {
  const t = useT()
  const { id, describedBy } = describe(props)
  const { 'aria-invalid': _, autofocus: __, ...described } = describedBy
  const chosen = new Set(Array.isArray(props.value) ? props.value : [props.value])
  return (
    <fieldset class={props.row ? 'choices row' : 'choices'} id={id} tabindex={-1} {...described}>
      <legend {...(props.question ? { class: 'question' } : {})}>
        {props.label} {props.optional && <span class="soft">{t('field.optional')}</span>}
      </legend>
      {props.hint && (
        <p class="hint" id={`${id}-hint`}>
          {props.hint}
        </p>
      )}
      <div class="choice-list">
        {props.options.map((option) => (
          <label class="choice" key={option.value}>
            <input
              type={props.type}
              name={props.name}
              value={option.value}
              checked={chosen.has(option.value)}
            />
            <span {...(option.asWritten ? asWritten : {})}>
              {option.label}
              {option.hint && <span class="choice-hint">{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
      <MistakeLine id={id} mistake={props.mistake} />
    </fieldset>
  )
}
