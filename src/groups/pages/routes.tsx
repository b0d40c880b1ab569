import { profilesTag } from '../../account/index.ts'
import { listTopicsOfGroup, TopicRow } from '../../forum/index.ts'
import { listGroupIdsOn, listMeetingsOfGroup, listUpcoming } from '../../meetings/index.ts'
import { notFound } from '../../platform/errors.ts'
import { renderMarkdown } from '../../platform/markdown.ts'
import { pageOf, slice, zoneOf } from '../../platform/web.ts'
import { isQuiet, listGroupLanguages } from '../fit/index.ts'
import {
  countGroupMembers,
  countGroupsByKind,
  getGroup,
  guideOf,
  homeOf,
  isYoung,
  listAtHome,
  listGroupMembers,
  listGroups,
  listGroupsOf,
  roleIn,
} from '../index.ts'
import { readFilters, readKind } from './addresses.ts'
import { agreementsHtml } from './agreements.ts'
import { hosting } from './hosting.routes.tsx'
import { membership } from './membership.routes.tsx'
import { GroupPage } from './views/group.tsx'
import { KindPage } from './views/kind.tsx'
import { ListPage } from './views/list.tsx'
import { MeetingsByDay } from './views/meetingsByDay.tsx'

export const groupPages = slice()

const groupsOnPage = 30
const topicsShown = 5
const meetingsShown = 6

groupPages.get('/', async (c) => {
  const { db, member, cache } = c.var
  const filters = readFilters(new URL(c.req.url).searchParams)
  const { day, ...plain } = filters
  // The days of a group are those of its meetings, which move.
  if (!filters.words && day) cache.guestPage(['groups', 'meetings'], { forSeconds: 300 })
  else if (!filters.words) cache.guestPage(['groups'])
  const number = pageOf(c)
  const wanted = day ? { ...plain, ids: await listGroupIdsOn(db, Number(day)) } : plain
  const [groups, counts, mine, languages] = await Promise.all([
    listGroups(db, wanted, { limit: groupsOnPage, offset: (number - 1) * groupsOnPage }),
    countGroupsByKind(db, wanted),
    member ? listGroupsOf(db, member.id) : [],
    listGroupLanguages(db),
  ])
  const found = filters.kind ? (counts[filters.kind] ?? 0) : Object.values(counts).reduce((a, b) => a + b, 0)
  const pages = Math.max(1, Math.ceil(found / groupsOnPage))
  return c.var.page(
    <ListPage {...{ filters, groups, counts, found, mine, languages, pages, page: number }} />,
  )
})

groupPages.get('/kinds/:kind', (c) => {
  const kind = readKind(c.req.param('kind'))
  if (!kind) throw notFound()
  c.var.cache.guestPage([])
  const guide = guideOf(kind)
  return c.var.page(<KindPage guide={guide} agreements={renderMarkdown(guide.agreements)} />)
})

groupPages.route('/', hosting)
groupPages.route('/', membership)

groupPages.get('/:slug', async (c) => {
  const { db, member, now, cache } = c.var
  const group = await getGroup(db, c.req.param('slug'))
  // Meetings come nearer and topics are answered: a minute at most.
  cache.guestPage(['groups', `group:${group.id}`, profilesTag], { forSeconds: 60 })
  const zone = zoneOf(c)
  const [role, { members }, hosts, upcoming, meetings, topics] = await Promise.all([
    member ? roleIn(db, group.id, member.id) : undefined,
    countGroupMembers(db, group.id),
    listGroupMembers(db, group.id, 'host'),
    listUpcoming(db, { now, groupIds: [group.id], limit: meetingsShown }),
    listMeetingsOfGroup(db, group.id, now),
    listTopicsOfGroup(db, group.id, topicsShown, member),
  ])
  const life = {
    starts: [],
    nextAt: upcoming[0]?.startsAt ?? null,
    lastPostAt: topics[0]?.lastPostAt ?? null,
  }
  const home = member && role && (await homeOf(db, group.id, member.id))
  const others = home ? await listAtHome(db, group.id) : []
  return c.var.page(
    <GroupPage
      {...{ group, role, members, hosts, zone }}
      agreements={agreementsHtml(group)}
      quiet={isQuiet(life, now)}
      isNew={isYoung(group, now)}
      home={home && { ...home, others: others.filter((handle) => handle !== member?.handle) }}
      meetings={upcoming.length > 0 && <MeetingsByDay {...{ upcoming, zone, now }} />}
      untimed={meetings.filter(({ id, nextAt }) => nextAt === null && !upcoming.some((one) => one.id === id))}
      topics={
        topics.length > 0 &&
        topics.map((topic) => <TopicRow key={topic.id} topic={topic} zone={zone} withoutSpace />)
      }
    />,
  )
})
