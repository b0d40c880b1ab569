import { TextArea, TextField } from '../../../design/index.ts'
import { type Form, typedText } from '../../../platform/forms.ts'
import type { HostedMeeting } from '../hosted.ts'
import { useT } from '../messages.ts'

/** Any form of this folder: what was typed and what needs another look. */
export type Filled = Pick<Form<HostedMeeting>, 'typed' | 'mistakes'>

export interface Part {
  form: Filled
}

export function useMistake({ mistakes }: Filled): (field: string) => string | undefined {
  const t = useT()
  return (field) => {
    const key = mistakes[field]
    return key ? t.any(key) : undefined
  }
}

type Field<Props> = Part & Omit<Props, 'value' | 'mistake'>

export function Line({ form, ...field }: Field<Parameters<typeof TextField>[0]>) {
  const mistake = useMistake(form)
  return <TextField {...field} value={typedText(form, field.name)} mistake={mistake(field.name)} />
}

export function Lines({ form, ...field }: Field<Parameters<typeof TextArea>[0]>) {
  const mistake = useMistake(form)
  return <TextArea {...field} value={typedText(form, field.name)} mistake={mistake(field.name)} />
}
