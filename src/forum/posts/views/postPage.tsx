import { Button, Form, Layout, LinkButton, Notice } from '../../../design/index.ts'
import { type Hiding, HidingNotice } from '../../../moderation/measures/index.ts'
import { AboutWriter } from '../../../moderation/quiet/index.ts'
import type { MistakenForm } from '../../../platform/forms.ts'
import { useT } from '../../messages.ts'
import { pageOf } from '../../paging.ts'
import { isKeeper, mayChange, type Writer } from '../../rules.ts'
import { seenBy, spacePath } from '../../spaces/space.ts'
import type { Post, Topic } from '../../store.ts'
import { Name } from '../../views/byline.tsx'
import { PostArticle } from '../../views/posts.tsx'
import { NotesField } from '../../views/replyForm.tsx'
import { titleOf } from '../../views/titles.tsx'
import type { NoteKind } from '../notes.ts'
import { postBase } from '../post.ts'

interface PostPageProps {
  topic: Topic
  post: Post
  /** The decision that keeps it out of sight. */
  hiding: Hiding | undefined
  /** Where it stands in the conversation. */
  place: string
  isThanked: boolean
  /** They have just thanked themselves. */
  isOwnThanks: boolean
  member: Writer | undefined
  /** Whether the reader has folded its writer's words away. */
  isFolded: boolean
  notes: MistakenForm
  /** Content notes that the reader wants to find closed. */
  closed: NoteKind[]
  zone: string
}

/** One post alone, with all that can be done with it. */
export function PostPage({
  topic,
  post,
  hiding,
  place,
  isThanked,
  isOwnThanks,
  member,
  isFolded,
  notes,
  closed,
  zone,
}: PostPageProps) {
  const t = useT()
  const base = postBase({ topicId: topic.id, replyId: post.id })
  const isThere = !post.removedAt && !post.heldAt
  const quote = `/forum/${topic.id}?page=${pageOf(post.number)}&quote=${post.id ?? 0}#answer`
  return (
    <Layout
      title={`${t('postPage.title')} ${titleOf(t, topic)}`}
      zone={seenBy(topic)}
      sheets={['forum/talking']}
      unlisted
    >
      <p class="crumbs">
        <a href={spacePath(topic)}>
          <Name>{topic.spaceName}</Name>
        </a>
        <a href={place}>{t('postPage.back')}</a>
      </p>
      <h1>
        <span class="above-title">{t('postPage.title')}</span> <span dir="auto">{titleOf(t, topic)}</span>
      </h1>
      {post.heldAt && hiding && <HidingNotice hiding={hiding} />}
      {post.heldAt && !hiding && (
        <Notice kind="warn">
          <p>{t('post.heldYours')}</p>
        </Notice>
      )}
      <div class="posts alone">
        <PostArticle
          topic={topic}
          post={post.heldAt ? { ...post, heldAt: null } : post}
          zone={zone}
          closed={closed}
          alone
        />
      </div>
      {isOwnThanks && (
        <Notice role="status" said>
          <p>{t('thanks.own')}</p>
        </Notice>
      )}
      {isThere && (
        <Thanks topicId={topic.id} post={post} place={place} isThanked={isThanked} member={member} />
      )}
      <div class="buttons">
        {isThere && <LinkButton href={quote}>{t('postPage.quote')}</LinkButton>}
        {isThere && !member && post.authorHandle !== null && (
          <LinkButton href={`/moderation/report?topic=${topic.id}&about=worried&reply=${post.id ?? 0}`}>
            {t('post.worried')}
          </LinkButton>
        )}
        {mayChange(member, post) && <LinkButton href={`${base}/edit`}>{t('postPage.edit')}</LinkButton>}
        {post.editedAt && !post.removedAt && (
          <LinkButton href={`${base}/versions`}>{t('postPage.versions')}</LinkButton>
        )}
      </div>
      {isThere && member && post.authorHandle !== null && post.authorId !== member.id && (
        <AboutWriter
          handle={post.authorHandle}
          topicId={topic.id}
          replyId={post.id}
          back={post.id ? base : `${base}/first`}
          isFolded={isFolded}
        />
      )}
      {isKeeper(member) && !post.removedAt && (
        <Form action={`${base}/notes`} class="answer">
          <NotesField form={notes} />
          <Button kind="quiet">{t('note.save')}</Button>
        </Form>
      )}
      {post.notes.length > 0 && (
        <p>
          <a href="/forum/notes">{t('note.choose')}</a>
        </p>
      )}
    </Layout>
  )
}

type ThanksProps = Pick<PostPageProps, 'post' | 'place' | 'isThanked' | 'member'> & { topicId: string }

/** Words between two people: seen by the one who wrote, counted by nobody. */
function Thanks({ topicId, post, place, isThanked, member }: ThanksProps) {
  const t = useT()
  if (!member || post.authorId === null || post.authorId === member.id) return null
  return (
    <Form action={`/forum/${topicId}/thanks${isThanked ? '/back' : ''}`}>
      <input type="hidden" name="post" value={post.id ?? '0'} />
      {isThanked ? (
        <Notice role="status" said>
          <p>{t('thanks.given', { handle: post.authorHandle ?? '' })}</p>
          <div class="buttons">
            <LinkButton href={place}>{t('postPage.back')}</LinkButton>
            <Button kind="quiet">{t('thanks.back')}</Button>
          </div>
        </Notice>
      ) : (
        <Button kind="plain">{t('thanks.give')}</Button>
      )}
    </Form>
  )
}
