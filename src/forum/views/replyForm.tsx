import type { ComponentChildren } from 'preact'
import { Button, Choices, Form, MistakeSummary, Notice, TextArea, useStill } from '../../design/index.ts'
import { BeforeSending } from '../../moderation/words/index.ts'
import { type MistakenForm, typedList, typedText } from '../../platform/forms.ts'
import { useVisit } from '../../platform/visit.ts'
import type { ClaimHeard } from '../answered/answered.rules.ts'
import { ClaimHere } from '../answered/views/claimHere.tsx'
import { NeedsSomeone } from '../answered/views/needsSomeone.tsx'
import { useT } from '../messages.ts'
import { noteKinds } from '../posts/notes.ts'
import { seenBy } from '../spaces/space.ts'
import type { Topic } from '../store.ts'
import { bodyLength } from '../text.ts'

interface ReplyFormProps {
  topic: Pick<Topic, 'id' | 'readers' | 'groupId'>
  reply: MistakenForm
  /** Whether somebody has begun to write to whoever waits here. */
  claim?: ClaimHeard | undefined
  /** Said instead of a mistake: the words are right, but could not be taken. */
  refusal?: string | undefined
  /** What the writer is told of their words before they are sent. */
  hints?: ComponentChildren
}

/** What a browser keeps unsent words under: a tab that somebody else signs in to later shows them to nobody. */
export function keptAs(form: string): string {
  return `${useVisit().member?.id ?? ''} ${form}`
}

export function ReplyForm({ topic, reply, claim, refusal, hints }: ReplyFormProps) {
  const t = useT()
  const topicId = topic.id
  return (
    <Form action={`/forum/${topicId}/replies`} class="answer" id="answer" data-keep={keptAs(topicId)}>
      <h2>{t('reply.title')}</h2>
      {claim && <ClaimHere claim={claim} />}
      {refusal && (
        <Notice kind="warn" role="alert" said>
          <p>{refusal}</p>
        </Notice>
      )}
      <Mistakes form={reply} />
      <TextArea
        name="body"
        label={t('reply.label')}
        hint={t(`reply.hint.${seenBy(topic)}`)}
        value={typedText(reply, 'body')}
        mistake={mistakeOf(t, reply, 'body')}
        maxlength={bodyLength.max}
        rows={6}
      />
      <NeedsSomeone form={reply} />
      <input type="hidden" name="once" value={typedText(reply, 'once')} />
      <input type="hidden" name="topic" value={topicId} />
      <NotesField form={reply} />
      <MarkdownHint />
      <BeforeSent hints={hints} />
      <SendOrKeep send={t('reply.send')} />
    </Form>
  )
}

/** What there is to know before it is sent, at its place above the button. */
export function BeforeSent({ hints }: { hints: ComponentChildren }) {
  return <div id={unsentPlace}>{hints ?? <BeforeSending mayLink />}</div>
}

const unsentPlace = 'unsent'

/** A browser that cannot be led to the place by itself shows the top of the page: it says there what has happened. */
export function NotSentYet() {
  const t = useT()
  return (
    <Notice kind="warn">
      <p>
        {t('unsent.yet')} <a href={`#${unsentPlace}`}>{t('unsent.why')}</a>
      </p>
    </Notice>
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

/** Send it, or keep it on the server for later: one form, two places to go. */
export function SendOrKeep({ send }: { send: string }) {
  const t = useT()
  return (
    <div class="buttons">
      <Button>{send}</Button>
      <button type="submit" class="button quiet" formaction="/forum/drafts">
        {t('draft.keep')}
      </button>
    </div>
  )
}

export function NotesField({ form }: { form: MistakenForm }) {
  const chosen = typedList(form, 'notes')
  const none = useStill('notes-field', () => <NotesInside chosen={[]} />)
  if (chosen.length === 0) return <details class="more" {...none} />
  return (
    <details class="more" open>
      <NotesInside chosen={chosen} />
    </details>
  )
}

function NotesInside({ chosen }: { chosen: string[] }) {
  const t = useT()
  return (
    <>
      <summary>{t('note.add')}</summary>
      <Choices
        type="checkbox"
        name="notes"
        label={t('note.label')}
        hint={t('note.hint')}
        options={noteKinds.map((note) => ({ value: note, label: t(`note.${note}`) }))}
        value={chosen}
        row
      />
    </>
  )
}

export function MarkdownHint() {
  const t = useT()
  const inside = useStill('markdown-hint', () => (
    <>
      <summary>{t('new.markdown')}</summary>
      <p class="hint">{t('new.markdownBody')}</p>
    </>
  ))
  return <details class="more" {...inside} />
}
