import type { ComponentChildren } from 'preact'
import { Card, Html, Layout, LinkButton, Notice, Tag, Tags } from '../../../design/index.ts'
import { useVisit } from '../../../platform/visit.ts'
import { languageName } from '../../fit/index.ts'
import { type Group, type GroupMember, type GroupRole, guideOf, useGroupWords } from '../../index.ts'
import { kindPath } from '../addresses.ts'
import { useT } from '../messages.ts'
import { Agendas } from './agenda.tsx'
import { KindIcon } from './kindIcon.tsx'
import { wayOf } from './rows.tsx'
import { ZoneLine } from './zoneLine.tsx'

export interface GroupPageProps {
  group: Group
  role: GroupRole | undefined
  members: number
  hosts: GroupMember[]
  /** The agreements as HTML: the group's own, or those of its kind. */
  agreements: string
  quiet: boolean
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
      {quiet && group.status === 'active' && (
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
        </div>
      </div>
      <Card title={t('group.format')}>
        {group.sourceKey && <p class="soft">{t('group.format.imported')}</p>}
        <Agendas formats={guideOf(group.kind).formats} />
      </Card>
      {role === 'host' && (
        <p class="buttons">
          <LinkButton href={`/groups/${group.slug}/edit`}>{t('group.edit')}</LinkButton>
          <LinkButton href={`/groups/${group.slug}/people`}>{t('group.people')}</LinkButton>
        </p>
      )}
    </Layout>
  )
}

function Traits({ group }: { group: Group }) {
  const t = useT()
  const words = useGroupWords()
  const { locale } = useVisit()
  const all = new Intl.ListFormat(locale, { type: 'conjunction' })
  const either = new Intl.ListFormat(locale, { type: 'disjunction' })
  const aims = either.format(group.purposes.map((purpose) => words(`purpose.${purpose}`)))
  const languages = all.format(group.languages.map((language) => languageName(language, locale)))
  return (
    <>
      <Tags>
        <Tag>{words(`way.${wayOf(group)}`)}</Tag>
        {group.placeName && (
          <Tag>
            <span dir="auto">{group.placeName}</span>
          </Tag>
        )}
        <Tag>{words(`spirituality.${group.spirituality}`)}</Tag>
        {group.practices.length > 0 && (
          <Tag>
            {t('group.for.practices', {
              practices: all.format(group.practices.map((practice) => words(`practice.${practice}`))),
            })}
          </Tag>
        )}
        {languages && <Tag>{t('group.for.languages', { languages })}</Tag>}
        {group.circles.length > 0 && (
          <Tag>
            {t('group.for.circles', {
              circles: all.format(group.circles.map((circle) => words(`circle.${circle}`))),
            })}
          </Tag>
        )}
      </Tags>
      {group.kind !== 'family' && (aims || !group.sourceKey) && (
        <p class="soft">{aims ? t('group.for.aims', { aims }) : t('group.for.every')}</p>
      )}
      {group.sourceKey && <p class="soft">{t('group.elsewhere')}</p>}
    </>
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
