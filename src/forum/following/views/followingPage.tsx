import { Button, Card, Choices, Empty, Form, Layout, LinkButton } from '../../../design/index.ts'
import { writeMark } from '../../paging.ts'
import { Name } from '../../views/byline.tsx'
import { useT } from '../messages.ts'
import type { FollowedSpace, Returning } from '../people.store.ts'
import type { UnreadTopic } from '../store.ts'
import { UnreadRow } from './unreadRow.tsx'

interface FollowingPageProps {
  from: 'followed' | 'everywhere'
  topics: UnreadTopic[]
  isFirstPage: boolean
  hasOlder: boolean
  spaces: FollowedSpace[]
  people: Returning[]
  tellsReturn: boolean
  zone: string
}

const pathOf = { followed: '/forum/following', everywhere: '/forum/following?from=everywhere' } as const

export function FollowingPage(props: FollowingPageProps) {
  const t = useT()
  const { from, topics, isFirstPage, hasOlder, zone } = props
  const last = topics.at(-1)
  const current = (is: boolean) => (is ? ({ 'aria-current': 'page' } as const) : {})
  const live = `/forum/following/live?zone=${encodeURIComponent(zone)}`
  const older = last && `${pathOf[from]}${from === 'followed' ? '?' : '&'}before=${writeMark(last)}`
  return (
    <Layout
      title={t('title')}
      zone="own"
      sheets={['forum/found']}
      islands={isFirstPage ? ['forum/unread'] : []}
    >
      <h1>{t('title')}</h1>
      <p class="lead">{t('lead')}</p>
      <nav class="spaces" aria-label={t('tabs')}>
        <a href={pathOf.followed} {...current(from === 'followed')}>
          {t('tab.followed')}
        </a>
        <a href={pathOf.everywhere} {...current(from === 'everywhere')}>
          {t('tab.everywhere')}
        </a>
      </nav>
      <p class="unseen" role="status" data-live-status data-arrived={t('live')} />
      <ul class="rows topics" data-live-unread={live}>
        {topics.map((topic) => (
          <UnreadRow key={topic.id} topic={topic} zone={zone} />
        ))}
      </ul>
      {topics.length === 0 && (
        <Empty>
          <p>{t(`empty.${from}`)}</p>
        </Empty>
      )}
      <div class="buttons">
        {!isFirstPage && <LinkButton href={pathOf[from]}>{t('newest')}</LinkButton>}
        {hasOlder && older && <LinkButton href={older}>{t('older')}</LinkButton>}
      </div>
      {topics.length > 0 && (
        <Form action="/forum/following/caught-up">
          <Button kind="plain">{t('caughtUp')}</Button>
        </Form>
      )}
      <Mine {...props} />
      <ReturnForm tellsReturn={props.tellsReturn} />
    </Layout>
  )
}

function Mine({ spaces, people }: FollowingPageProps) {
  const t = useT()
  return (
    <section class="after">
      <h2>{t('mine.title')}</h2>
      {spaces.length === 0 && people.length === 0 && <p>{t('mine.none')}</p>}
      {spaces.length > 0 && (
        <>
          <h3>{t('mine.spaces')}</h3>
          <ul class="rows">
            {spaces.map(({ id, name }) => (
              <li key={id}>
                <a href={`/forum/following/spaces/${id}`}>
                  <Name>{name}</Name>
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      {people.length > 0 && (
        <>
          <h3>{t('mine.people')}</h3>
          <People people={people} back="" />
        </>
      )}
    </section>
  )
}

/** @param back the topic whose page the forms lead back to; empty: the list */
export function People({ people, back }: { people: Returning[]; back: string }) {
  const t = useT()
  return (
    <ul class="rows">
      {people.map(({ id, handle, isFollowed }) => (
        <li key={id}>
          <Form action={`/forum/following/people/${id}`}>
            <input type="hidden" name="back" value={back} />
            <Button kind={isFollowed ? 'quiet' : 'plain'} name="follow" value={isFollowed ? '' : 'yes'}>
              {t(isFollowed ? 'people.unfollow' : 'people.follow', { name: handle })}
            </Button>
          </Form>
        </li>
      ))}
    </ul>
  )
}

function ReturnForm({ tellsReturn }: { tellsReturn: boolean }) {
  const t = useT()
  return (
    <Card title={t('return.title')} id="return">
      <p>{t('return.lead')}</p>
      <Form action="/forum/following/return">
        <Choices
          type="checkbox"
          name="tells"
          label={t('return.label')}
          options={[{ value: 'yes', label: t('return.option'), hint: t('return.hint') }]}
          value={tellsReturn ? 'yes' : ''}
        />
        <Button kind="plain">{t('save')}</Button>
      </Form>
    </Card>
  )
}
