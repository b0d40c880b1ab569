import { Button, Choices, Form, Layout, LinkButton } from '../../../design/index.ts'
import { topicPath } from '../../paging.ts'
import { Name } from '../../views/byline.tsx'
import { type TopicState, topicStates } from '../following.rules.ts'
import { useT } from '../messages.ts'
import type { Returning } from '../people.store.ts'
import { People } from './followingPage.tsx'

interface FollowTopicPageProps {
  topic: { id: string; title: string }
  state: TopicState
  people: Returning[]
}

export function FollowTopicPage({ topic, state, people }: FollowTopicPageProps) {
  const t = useT()
  const options = topicStates.map((value) => ({
    value,
    label: t(`state.${value}`),
    hint: t(`state.${value}.hint`),
  }))
  return (
    <Layout title={t('manage.title')} zone="own" sheets={['forum/found']}>
      <h1>{t('manage.title')}</h1>
      <p class="lead" dir="auto">
        {topic.title}
      </p>
      <Form action={`/forum/following/topics/${topic.id}`}>
        <Choices type="radio" name="state" label={t('state')} options={options} value={state} />
        <div class="buttons">
          <Button>{t('save')}</Button>
          <LinkButton kind="quiet" href={topicPath(topic.id)}>
            {t('manage.back')}
          </LinkButton>
        </div>
      </Form>
      {people.length > 0 && (
        <section class="after">
          <h2>{t('people.title')}</h2>
          <p>{t('people.lead')}</p>
          <People people={people} back={topic.id} />
        </section>
      )}
    </Layout>
  )
}

interface FollowSpacePageProps {
  space: { id: string; name: string; path: string }
  isFollowed: boolean
}

export function FollowSpacePage({ space, isFollowed }: FollowSpacePageProps) {
  const t = useT()
  return (
    <Layout title={t('manage.space')} zone="own">
      <h1>{t('manage.space')}</h1>
      <p class="lead">
        <Name>{space.name}</Name>
      </p>
      <p>{t('space.lead')}</p>
      <Form action={`/forum/following/spaces/${space.id}`} class="buttons">
        <Button name="follow" value={isFollowed ? '' : 'yes'}>
          {t(isFollowed ? 'space.unfollow' : 'space.follow')}
        </Button>
        <LinkButton kind="quiet" href={space.path}>
          {t('space.back')}
        </LinkButton>
      </Form>
    </Layout>
  )
}
