import { Button, Card, Choices, Form, Layout, Select, TextArea, TextField } from '../../../design/index.ts'
import { type MistakenForm, typedList, typedText } from '../../../platform/forms.ts'
import { useT } from '../../messages.ts'
import { topicPath } from '../../paging.ts'
import { type Space, spaceValue } from '../../spaces/space.ts'
import type { Post, Topic } from '../../store.ts'
import { bodyLength, titleLength } from '../../text.ts'
import { Mistakes, mistakeOf } from '../../views/replyForm.tsx'
import { titleOf } from '../../views/titles.tsx'

interface KeepPageProps {
  topic: Topic
  page: number
  pages: number
  spaces: Space[]
  /** The replies of this page of the conversation. */
  replies: Post[]
  move: MistakenForm
  merge: MistakenForm
  split: MistakenForm
}

export function KeepPage(props: KeepPageProps) {
  const t = useT()
  const { topic } = props
  return (
    <Layout title={t('keep.title')} zone="open" sheets={['forum/talking']} unlisted>
      <p class="crumbs">
        <a href={topicPath(topic.id)}>{t('keep.back')}</a>
      </p>
      <h1>
        <span class="above-title">{t('keep.title')}</span> <span dir="auto">{titleOf(t, topic)}</span>
      </h1>
      <p class="lead">{t('keep.lead')}</p>
      <Move {...props} />
      <Merge {...props} />
      <Split {...props} />
    </Layout>
  )
}

function Move({ topic, spaces, move }: KeepPageProps) {
  const t = useT()
  return (
    <Card title={t('move.title')}>
      <Form action={`/forum/${topic.id}/move`}>
        <Mistakes form={move} />
        <Select
          name="space"
          label={t('move.to')}
          options={spaces.map((space) => ({ value: spaceValue(space), label: space.name, asWritten: true }))}
          value={typedText(move, 'space') || spaceValue(topic)}
          mistake={mistakeOf(t, move, 'space')}
        />
        <Button>{t('move.send')}</Button>
      </Form>
    </Card>
  )
}

function Merge({ topic, merge }: KeepPageProps) {
  const t = useT()
  return (
    <Card title={t('merge.title')}>
      <p>{t('merge.lead')}</p>
      <Form action={`/forum/${topic.id}/merge`}>
        <Mistakes form={merge} />
        <TextField
          name="into"
          label={t('merge.into')}
          hint={t('merge.hint')}
          value={typedText(merge, 'into')}
          mistake={mistakeOf(t, merge, 'into')}
          maxlength={200}
          autocomplete="off"
        />
        <Button>{t('merge.send')}</Button>
      </Form>
    </Card>
  )
}

const wordsShown = 90

function Split({ topic, page, pages, replies, split }: KeepPageProps) {
  const t = useT()
  const options = replies.map((reply) => ({
    value: reply.id ?? '',
    label: `${reply.number} · ${reply.authorHandle ?? '–'} · ${plain(reply.bodyHtml)}`,
    asWritten: true,
  }))
  return (
    <Card title={t('split.title')}>
      <p>{t('split.lead')}</p>
      {pages > 1 && (
        <nav class="own-words" aria-label={t('topic.pages')}>
          {Array.from({ length: pages }, (_, index) => index + 1).map((one) => (
            <a
              key={one}
              href={`/forum/${topic.id}/keep?page=${one}`}
              {...(one === page ? { 'aria-current': 'page' } : {})}
            >
              {t('topic.page', { page: one, pages })}
            </a>
          ))}
        </nav>
      )}
      {options.length > 0 && (
        <Form action={`/forum/${topic.id}/split?page=${page}`} class="answer">
          <Mistakes form={split} />
          <Choices
            type="checkbox"
            name="replies"
            label={t('split.which')}
            options={options}
            value={typedList(split, 'replies')}
            mistake={mistakeOf(t, split, 'replies')}
          />
          <TextField
            name="title"
            label={t('split.newTitle')}
            value={typedText(split, 'title')}
            mistake={mistakeOf(t, split, 'title')}
            maxlength={titleLength.max}
            autocomplete="off"
          />
          <TextArea
            name="body"
            label={t('split.newWords')}
            hint={t('split.newWordsHint')}
            value={typedText(split, 'body')}
            mistake={mistakeOf(t, split, 'body')}
            maxlength={bodyLength.max}
            rows={4}
          />
          <Button>{t('split.send')}</Button>
        </Form>
      )}
    </Card>
  )
}

/** The beginning of a post, for a moderator who looks for it: text, not HTML. */
function plain(html: string): string {
  const text = html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(amp|lt|gt|quot|#39);/g, (sign) => signs[sign] ?? sign)
    .replace(/\s+/g, ' ')
    .trim()
  return text.length > wordsShown ? `${text.slice(0, wordsShown).toWellFormed()} …` : text
}

const signs: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" }
