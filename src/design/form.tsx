import type { ComponentChildren } from 'preact'
import { useVisit } from '../platform/visit.ts'
import { useT } from './messages.ts'

interface FormProps {
  action: string
  method?: 'get' | 'post'
  /** For forms with a file. */
  files?: boolean
  class?: string
  id?: string
  children: ComponentChildren
  [data: `data-${string}`]: string | undefined
}

/** A form; one that writes carries the session's secret. */
export function Form({ action, method = 'post', files, children, ...more }: FormProps) {
  const { formToken } = useVisit()
  return (
    <form
      action={action}
      method={method}
      {...(files ? { enctype: 'multipart/form-data' } : {})}
      {...more}
      novalidate
    >
      {method === 'post' && formToken && <input type="hidden" name="_token" value={formToken()} />}
      {children}
    </form>
  )
}

interface Mistake {
  /** The id of the field. */
  field: string
  sentence: string
}

/** At the top of a form that is shown again: what needs another look, each a link to its field. */
export function MistakeSummary({ mistakes }: { mistakes: Mistake[] }) {
  const t = useT()
  if (mistakes.length === 0) return null
  return (
    <div class="notice danger" role="alert">
      <h2>{t('mistakes.title', { count: mistakes.length })}</h2>
      <ul>
        {mistakes.map(({ field, sentence }) => (
          <li key={field}>
            <a href={`#${field}`}>{sentence}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}
