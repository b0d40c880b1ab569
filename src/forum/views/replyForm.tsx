import { Button, Form, MistakeSummary, Notice, TextArea } from '../../design/index.ts'
import { type MistakenForm, typedText } from '../../platform/forms.ts'
import { useT } from '../messages.ts'
import { bodyLength } from '../text.ts'

interface ReplyFormProps {
  topicId: string
  reply: MistakenForm
  /** Said instead of a mistake: the words are right, but could not be taken. */
  refusal?: string | undefined
}

export function ReplyForm({ topicId, reply, refusal }: ReplyFormProps) {
  const t = useT()
  return (
    <Form action={`/forum/${topicId}/replies`} class="answer" id="answer">
      <h2>{t('reply.title')}</h2>
      {refusal && (
        <Notice kind="warn" role="alert">
          <p>{refusal}</p>
        </Notice>
      )}
      <Mistakes form={reply} />
      <TextArea
        name="body"
        label={t('reply.label')}
        hint={t('reply.hint')}
        value={typedText(reply, 'body')}
        mistake={mistakeOf(t, reply, 'body')}
        maxlength={bodyLength.max}
        rows={6}
      />
      <input type="hidden" name="once" value={typedText(reply, 'once')} />
      <MarkdownHint />
      <Button>{t('reply.send')}</Button>
    </Form>
  )
}

type T = ReturnType<typeof useT>

export function mistakeOf(t: T, form: MistakenForm, field: string): string | undefined {
  const key = form.mistakes[field]
  return key === undefined ? undefined : t.any(key)
}

/** The hidden field has no place of its own on the page: its mistake leads to the text that is sent again. */
export function Mistakes({ form }: { form: MistakenForm }) {
  const t = useT()
  const mistakes = Object.entries(form.mistakes).map(([field, key]) => ({
    field: field === 'once' ? 'body' : field,
    sentence: t.any(key),
  }))
  return <MistakeSummary mistakes={mistakes} />
}

export function MarkdownHint() {
  const t = useT()
  return (
    <details class="more">
      <summary>{t('new.markdown')}</summary>
      <p class="hint">{t('new.markdownBody')}</p>
    </details>
  )
}
