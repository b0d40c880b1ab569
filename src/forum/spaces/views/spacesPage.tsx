import { Form, Layout, LinkButton } from '../../../design/index.ts'
import { useVisit } from '../../../platform/visit.ts'
import { useT } from '../../messages.ts'
import { Name } from '../../views/byline.tsx'
import { type Space, spacePath } from '../space.ts'

interface SpacesPageProps {
  open: Space[]
  ofGroups: Space[]
}

/** All spaces, each with what belongs there. */
export function SpacesPage({ open, ofGroups }: SpacesPageProps) {
  const t = useT()
  const isOperator = useVisit().member?.role === 'operator'
  return (
    <Layout title={t('spaces.title')} zone="open" sheets={isOperator ? ['forum/talking'] : []}>
      <p class="crumbs">
        <a href="/forum">{t('topic.back')}</a>
      </p>
      <h1>{t('spaces.title')}</h1>
      <p class="lead">{t('spaces.lead')}</p>
      {isOperator && (
        <p>
          <LinkButton href="/forum/spaces/new">{t('spaces.add')}</LinkButton>
        </p>
      )}
      <SpaceRows spaces={open.filter((space) => !space.retiredAt)} isKept={isOperator} />
      {ofGroups.length > 0 && (
        <>
          <h2>{t('spaces.groups')}</h2>
          <SpaceRows spaces={ofGroups} />
        </>
      )}
      {open.some((space) => space.retiredAt) && (
        <>
          <h2>{t('spaces.retired')}</h2>
          <p>{t('spaces.retiredLead')}</p>
          <SpaceRows spaces={open.filter((space) => space.retiredAt)} isKept={isOperator} />
        </>
      )}
    </Layout>
  )
}

function SpaceRows({ spaces, isKept }: { spaces: Space[]; isKept?: boolean }) {
  return (
    <ul class="rows">
      {spaces.map((space) => (
        <li key={spacePath(space)}>
          <a class="topic-title" href={spacePath(space)}>
            <Name>{space.name}</Name>
          </a>
          {space.about && (
            <span class="soft" dir="auto">
              {space.about}
            </span>
          )}
          {isKept && <Keeping space={space} />}
        </li>
      ))}
    </ul>
  )
}

/** What the operator does with a space without opening it. */
function Keeping({ space }: { space: Space }) {
  const t = useT()
  const path = spacePath(space)
  const act = (name: 'up' | 'down' | 'retire' | 'restore') => (
    <Form action={`${path}/${name}`}>
      <button type="submit" class="button quiet" aria-label={t(`spaces.${name}Label`, { name: space.name })}>
        {t(`spaces.${name}`)}
      </button>
    </Form>
  )
  return (
    <div class="buttons keeping">
      <a class="button quiet" href={`${path}/edit`} aria-label={t('spaces.editLabel', { name: space.name })}>
        {t('spaces.edit')}
      </a>
      {!space.retiredAt && act('up')}
      {!space.retiredAt && act('down')}
      {act(space.retiredAt ? 'restore' : 'retire')}
    </div>
  )
}
