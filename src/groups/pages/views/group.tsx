import type { ComponentChildren } from 'preact'
import { Card, Html, Layout, LinkButton, Notice, Tag, Tags } from '../../../design/index.ts'
import { type Group, type GroupMember, type GroupRole, guideOf, useGroupWords } from '../../index.ts'
import { kindPath } from '../addresses.ts'
import { useT as useHostingT } from '../hostingMessages.ts'
import { useT } from '../messages.ts'
import { Agendas } from './agenda.tsx'
import { HomeCard } from './home.tsx'
import { KindIcon } from './kindIcon.tsx'
import { Traits } from './traits.tsx'
import { ZoneLine } from './zoneLine.tsx'

export interface GroupPageProps {
  group: Group
  role: GroupRole | undefined
  members: number
  hosts: GroupMember[]
  /** The agreements as HTML: the group's own, or those of its kind. */
  agreements: string
  quiet: boolean
  /** Begun in the last two weeks. */
  isNew: boolean
  /** For a member: whether this is their home, and who else shows that it is theirs. */
  home: { isHome: boolean; homeShown: boolean; others: string[] } | undefined
  /** Rows of meetings and of topics, as their own slices draw them. */
  meetings: ComponentChildren
  topics: ComponentChildren
  /** Meetings of the group without a date ahead: by appointment, or paused. */
  untimed: { id: string; name: string }[]
  zone: string
}

export function GroupPage(props: GroupPageProps) {
  const t = useT()
  const words = useGroupWords()
  const h = useHostingT()
  const { group, role, quiet } = props
  return (
    <Layout title={group.name} zone="open" wide islands={props.meetings ? ['meetings/zone'] : []}>
      <p class="group-kind">
        <KindIcon kind={group.kind} /> <a href={kindPath(group.kind)}>{words(`kind.${group.kind}`)}</a>
      </p>
      <h1 dir="auto">{group.name}</h1>
      {group.summary && (
        <p class="lead" dir="auto">
          {group.summary}
        </p>
      )}
      <Traits group={group} />
      {group.status === 'closed' ? (
        <Notice kind="warn" role="status">
          <p>{t('group.closed')}</p>
        </Notice>
      ) : (
        <Membership {...props} />
      )}
      {quiet && props.isNew && group.status === 'active' && (
        <Notice title={h('new.title')}>
          <p>{h('new.text')}</p>
        </Notice>
      )}
      {quiet && !props.isNew && group.status === 'active' && (
        <Notice kind="warn" title={t('group.quiet.title')}>
          <p>{t('group.quiet.text')}</p>
          <p class="buttons">
            <LinkButton href="/groups/fit">{t('group.quiet.fit')}</LinkButton>
            <LinkButton href="/forum">{t('group.quiet.forum')}</LinkButton>
          </p>
        </Notice>
      )}
      <div class="group-parts">
        <div>
          <Meetings {...props} />
          <Topics {...props} />
        </div>
        <div>
          <Agreements {...props} />
          {props.hosts.length > 0 && <Hosts hosts={props.hosts} />}
          {props.home && <HomeCard {...{ group }} {...props.home} />}
        </div>
      </div>
      <Card title={t('group.format')}>
        {group.sourceKey && <p class="soft">{t('group.format.imported')}</p>}
        <Agendas formats={guideOf(group.kind).formats} />
      </Card>
      {role === 'host' && group.status === 'active' && (
        <p class="buttons">
          <LinkButton href={`/groups/${group.slug}/edit`}>{t('group.edit')}</LinkButton>
          <LinkButton href={`/groups/${group.slug}/people`}>{t('group.people')}</LinkButton>
          <LinkButton href={`/groups/${group.slug}/suggestions`}>{h('suggestions')}</LinkButton>
        </p>
      )}
    </Layout>
  )
}

function Membership({ group, role, members }: GroupPageProps) {
  const t = useT()
  const here = `/groups/${group.slug}`
  if (!role)
    return (
      <div class="buttons membership">
        <LinkButton kind="primary" href={`${here}/join`}>
          {t('group.join')}
        </LinkButton>
        <span class="soft">{t('group.members', { count: members })}</span>
      </div>
    )
  return (
    <div class="buttons membership">
      <Tags>
        <Tag>{t(role === 'host' ? 'group.host' : 'group.member')}</Tag>
      </Tags>
      <span class="soft">{t('group.members', { count: members })}</span>
      <LinkButton kind="quiet" href={`${here}/leave`}>
        {t('group.leave')}
      </LinkButton>
    </div>
  )
}

function Meetings({ group, role, meetings, untimed, zone }: GroupPageProps) {
  const t = useT()
  const inWriting = group.kind === 'discussion' && !group.sourceKey
  return (
    <Card title={t('group.meetings')}>
      {meetings ? (
        <>
          <ZoneLine zone={zone} path={`/groups/${group.slug}`} />
          {meetings}
        </>
      ) : (
        <p class="soft">{t(inWriting ? 'group.meetings.forum' : 'group.meetings.none')}</p>
      )}
      {untimed.length > 0 && (
        <>
          <h3>{t('group.meetings.untimed')}</h3>
          <ul>
            {untimed.map((meeting) => (
              <li key={meeting.id}>
                <a href={`/meetings/${meeting.id}`} dir="auto">
                  {meeting.name}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      {meetings && (
        <p>
          <a class="tap" href={`/groups/${group.slug}/meetings.ics`}>
            {t('group.meetings.calendar')}
          </a>
        </p>
      )}
      {role === 'host' && group.status === 'active' && (
        <p>
          <LinkButton href={`/groups/${group.slug}/meetings/new`}>{t('group.meetings.add')}</LinkButton>
        </p>
      )}
    </Card>
  )
}

function Topics({ group, role, topics }: GroupPageProps) {
  const t = useT()
  return (
    <Card title={t('group.topics')}>
      {topics ? <ul class="rows topics">{topics}</ul> : <p class="soft">{t('group.topics.none')}</p>}
      <p class="buttons">
        {role && group.status === 'active' && (
          <LinkButton kind="primary" href={`/forum/new?group=${group.slug}`}>
            {t('group.topics.new')}
          </LinkButton>
        )}
        {topics && <LinkButton href={`/forum?group=${group.slug}`}>{t('group.topics.all')}</LinkButton>}
      </p>
      {!role && <p class="soft small">{t('group.topics.join')}</p>}
    </Card>
  )
}

function Agreements({ group, agreements }: GroupPageProps) {
  const t = useT()
  return (
    <Card title={t('group.agreements')} id="agreements">
      {!group.agreements && <p class="soft">{t('group.agreements.kind')}</p>}
      <Html html={agreements} dir="auto" />
    </Card>
  )
}

function Hosts({ hosts }: { hosts: GroupMember[] }) {
  const t = useT()
  return (
    <Card title={t('group.hosts')}>
      <ul class="plain-list">
        {hosts.map((host) => (
          <li key={host.memberId} dir="auto" translate={false}>
            {host.handle}
          </li>
        ))}
      </ul>
    </Card>
  )
}
