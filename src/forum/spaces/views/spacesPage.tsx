import { Layout } from '../../../design/index.ts'
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
  return (
    <Layout title={t('spaces.title')} zone="open">
      <p class="crumbs">
        <a href="/forum">{t('topic.back')}</a>
      </p>
      <h1>{t('spaces.title')}</h1>
      <p class="lead">{t('spaces.lead')}</p>
      <SpaceRows spaces={open.filter((space) => !space.retiredAt)} />
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
          <SpaceRows spaces={open.filter((space) => space.retiredAt)} />
        </>
      )}
    </Layout>
  )
}

function SpaceRows({ spaces }: { spaces: Space[] }) {
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
        </li>
      ))}
    </ul>
  )
}
