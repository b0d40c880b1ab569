import { Tag, Tags } from '../../../design/index.ts'
import { type Group, useGroupWords } from '../../index.ts'
import { useT } from '../messages.ts'
import { KindIcon } from './kindIcon.tsx'

/** Short rows are for groups that somebody knows already. */
export function GroupRows({ groups, short = false }: { groups: Group[]; short?: boolean }) {
  return (
    <ul class="rows group-rows">
      {groups.map((group) => (
        <GroupRow key={group.id} group={group} short={short} />
      ))}
    </ul>
  )
}

function GroupRow({ group, short }: { group: Group; short: boolean }) {
  const t = useT()
  const words = useGroupWords()
  return (
    <li class="group-row">
      <KindIcon kind={group.kind} />
      <div>
        <a class="group-name" href={`/groups/${group.slug}`} dir="auto">
          {group.name}
        </a>
        <About group={group} isLong={!short} />
        {group.summary && !short && (
          <p class="group-summary" dir="auto">
            {group.summary}
          </p>
        )}
        {!short && group.circles.length > 0 && (
          <Tags>
            {group.circles.map((circle) => (
              <Tag key={circle}>{t('group.for.circles', { circles: words(`circle.${circle}`) })}</Tag>
            ))}
          </Tags>
        )}
      </div>
    </li>
  )
}

/** Kind, way and place in one quiet line. */
function About({ group, isLong }: { group: Group; isLong: boolean }) {
  const t = useT()
  const words = useGroupWords()
  return (
    <p class="soft small">
      {words(`kind.${group.kind}`)} · {words(`way.${wayOf(group)}`)}
      {group.placeName && (
        <>
          {' · '}
          <span dir="auto">{group.placeName}</span>
        </>
      )}
      {isLong && group.sourceKey && <> · {t('list.elsewhere')}</>}
    </p>
  )
}

export function wayOf(group: Pick<Group, 'online' | 'inPerson'>): 'online' | 'in_person' | 'both' {
  return group.online && group.inPerson ? 'both' : group.inPerson ? 'in_person' : 'online'
}
