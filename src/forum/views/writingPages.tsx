import type { ComponentChildren } from 'preact'
import {
  Button,
  Choices,
  Form,
  Layout,
  LinkButton,
  Notice,
  Select,
  TextArea,
  TextField,
} from '../../design/index.ts'
import { beforeSendingIsland, beforeSendingSheet } from '../../moderation/words/index.ts'
import { type MistakenForm, typedText } from '../../platform/forms.ts'
import { NeedsSomeone } from '../answered/views/needsSomeone.tsx'
import { kinds } from '../forms.ts'
import { HelpsField } from '../helped/views.tsx'
import { useT } from '../messages.ts'
import { type SeenBy, type Space, spaceValue } from '../spaces/space.ts'
import { bodyLength, titleLength } from '../text.ts'
import {
  BeforeSent,
  keptAs,
  MarkdownHint,
  Mistakes,
  mistakeOf,
  NotesField,
  NotSentYet,
  SendOrKeep,
} from './replyForm.tsx'

interface NewTopicPageProps {
  form: MistakenForm
  spaces: Space[]
  /** The groups the writer belongs to. */
  groups: { slug: string; name: string }[]
  refusal?: string | undefined
  /** What the writer is told of their words before they are sent. */
  hints?: ComponentChildren
  /** They write for the first time, and nothing is known of their day. */
  asksForDay?: boolean | undefined
}

export function NewTopicPage({ form, spaces, groups, refusal, hints, asksForDay }: NewTopicPageProps) {
  const t = useT()
  const places = [
    ...spaces.map((space) => ({ value: spaceValue(space), label: space.name, asWritten: true })),
    ...groups.map(({ slug, name }) => ({ value: `group:${slug}`, label: name, asWritten: true })),
  ]
  return (
    <Layout
      title={t('new.title')}
      zone="place"
      islands={[beforeSendingIsland, 'forum/writing']}
      sheets={['forum/talking', beforeSendingSheet]}
      unlisted
    >
      <h1>{t('new.title')}</h1>
      {hints ? <NotSentYet /> : <p class="lead">{t('new.lead')}</p>}
      {asksForDay && (
        <p class="soft">
          {t('new.day')} <a href="/account#your-day">{t('new.dayLink')}</a>
        </p>
      )}
      {refusal && (
        <Notice kind="warn" role="alert" said>
          <p>{refusal}</p>
        </Notice>
      )}
      <Form action="/forum/new" class="answer" data-keep={keptAs('new')}>
        <Mistakes form={form} />
        <Select
          name="space"
          label={t('new.where')}
          options={places}
          value={typedText(form, 'space') || 'open'}
          mistake={mistakeOf(t, form, 'space')}
        />
        <Choices
          type="radio"
          name="kind"
          label={t('new.kind')}
          options={kinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
          value={typedText(form, 'kind') || 'story'}
          row
        />
        <HelpsField form={form} />
        <TitleField form={form} />
        <BodyField form={form} />
        <NeedsSomeone form={form} />
        <input type="hidden" name="once" value={typedText(form, 'once')} />
        <NotesField form={form} />
        <MarkdownHint />
        <BeforeSent hints={hints} />
        <SendOrKeep send={t('new.send')} />
      </Form>
    </Layout>
  )
}

function TitleField({ form }: { form: MistakenForm }) {
  const t = useT()
  return (
    <TextField
      name="title"
      label={t('new.titleLabel')}
      hint={t('new.titleHint')}
      value={typedText(form, 'title')}
      mistake={mistakeOf(t, form, 'title')}
      maxlength={titleLength.max}
      autocomplete="off"
    />
  )
}

function BodyField({ form }: { form: MistakenForm }) {
  const t = useT()
  return (
    <TextArea
      name="body"
      label={t('new.bodyLabel')}
      hint={t('new.bodyHint')}
      value={typedText(form, 'body')}
      mistake={mistakeOf(t, form, 'body')}
      maxlength={bodyLength.max}
      rows={10}
    />
  )
}

interface EditPageProps {
  form: MistakenForm
  /** Where the form goes, and where the words are. */
  action: string
  back: string
  removeAction: string
  seenBy: SeenBy
  isTopic: boolean
  /** It tells of something that helped: with what, can be changed. */
  hasHelped: boolean
  /** Whether the page goes with the words. */
  isAlone: boolean
  willBeMarked: boolean
  /** The words that stand there by now, changed since this form was drawn. */
  meanwhile?: { title: string; markdown: string } | undefined
  /** Why the words were not taken. */
  hints?: ComponentChildren
}

export function EditPage(props: EditPageProps) {
  const t = useT()
  const { form } = props
  return (
    <Layout
      title={t('edit.title')}
      zone={props.seenBy}
      sheets={['forum/talking', beforeSendingSheet]}
      unlisted
    >
      <h1>{t('edit.title')}</h1>
      {props.meanwhile && <Meanwhile words={props.meanwhile} />}
      <p class="soft">{t(props.willBeMarked ? 'edit.marked' : 'edit.silent')}</p>
      <Form action={props.action} class="answer">
        <Mistakes form={form} />
        {props.hints}
        {props.hasHelped && <HelpsField form={form} />}
        {props.isTopic && <TitleField form={form} />}
        <BodyField form={form} />
        <input type="hidden" name="was" value={typedText(form, 'was')} />
        <NotesField form={form} />
        <MarkdownHint />
        <div class="buttons">
          <Button>{t('edit.save')}</Button>
          <LinkButton kind="quiet" href={props.back}>
            {t('edit.cancel')}
          </LinkButton>
        </div>
      </Form>
      <details class="more">
        <summary>{t('remove.title')}</summary>
        <p>{t(props.isAlone ? 'remove.bodyAlone' : 'remove.body')}</p>
        <Form action={props.removeAction}>
          <Button kind="danger">{t('remove.confirm')}</Button>
        </Form>
      </details>
    </Layout>
  )
}

/** Two edits from two windows: both texts are here, and the writer decides. */
function Meanwhile({ words }: { words: { title: string; markdown: string } }) {
  const t = useT()
  return (
    <Notice kind="warn" role="alert" said title={t('edit.meanwhileTitle')}>
      <p>{t('edit.meanwhile')}</p>
      <div class="stands-there" dir="auto">
        {words.title && <strong>{words.title}</strong>}
        <pre>{words.markdown}</pre>
      </div>
    </Notice>
  )
}
