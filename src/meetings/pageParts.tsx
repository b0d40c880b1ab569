import type { Context } from 'hono'
import type { ComponentChildren } from 'preact'
import { roleIn } from '../groups/index.ts'
import type { Env } from '../platform/web.ts'
import { lately } from './attendance/rules.ts'
import { listAttendances, listPlans, listShown } from './attendance/store.ts'
import { ComingCard } from './attendance/views/coming.tsx'
import { listChanges } from './changes.store.ts'
import { listLeaders } from './hosting/store.ts'
import { Different, ForWhom, HostLinks, PracticeCard, WhatHappens } from './hosting/views/shown.tsx'
import { type Meeting, scheduleOf } from './meeting.ts'
import { SuggestLink } from './proposals/views/suggestLink.tsx'
import { clockTroubles } from './recurrence/clockChanges.ts'
import type { MeetingTime } from './store.ts'

/** What hosts and members add to a meeting's page, each piece to be put where the page has room for it. */
export interface PageParts {
  isHost: boolean
  /** A guest leaves nothing here; what a member notes is kept. */
  zone: 'none' | 'noted'
  /** What is not as usual, before everything else. */
  different: ComponentChildren
  whatHappens: ComponentChildren
  coming: ComponentChildren
  hostLinks: ComponentChildren
  suggest: ComponentChildren
}

const rememberedDays = 60
/** Those who show that they came are shown for so long. */
const othersShownDays = 28
const clockDays = 120

export async function partsOfPage(
  c: Context<Env>,
  meeting: Meeting,
  times: MeetingTime[],
  zone: string,
): Promise<PageParts> {
  const { db, now, member } = c.var
  const schedule = scheduleOf(meeting)
  const today = now.toZonedDateTimeISO(meeting.zone ?? 'UTC').toPlainDate()
  const since = today.subtract({ days: rememberedDays })
  const [leaders, changes, role] = await Promise.all([
    listLeaders(db, meeting.id),
    schedule ? listChanges(db, [meeting.id]) : [],
    member ? roleIn(db, meeting.groupId, member.id) : undefined,
  ])
  const own = member && {
    plans: (await listPlans(db, member.id, since)).filter(({ meetingId }) => meetingId === meeting.id),
    came: (await listAttendances(db, member.id, since)).filter(({ meetingId }) => meetingId === meeting.id),
  }
  const others = role ? await listShown(db, meeting.id, today.subtract({ days: othersShownDays })) : []
  const troubles = schedule ? clockTroubles(schedule, today, today.add({ days: clockDays })) : []
  const isHost = role === 'host'
  return {
    isHost,
    zone: member ? 'noted' : 'none',
    different: (
      <Different {...{ meeting, times }} doubled={troubles.filter(({ kind }) => kind === 'doubled')} />
    ),
    whatHappens: (
      <>
        <PracticeCard {...{ meeting, leaders }} />
        <WhatHappens {...{ meeting }} />
        <ForWhom {...{ meeting }} />
      </>
    ),
    coming: schedule && (
      <ComingCard
        {...{ meeting, zone, own, others }}
        next={times}
        past={member ? lately(schedule, changes, now) : []}
        isMember={role !== undefined}
      />
    ),
    hostLinks: isHost && <HostLinks {...{ meeting }} />,
    suggest: meeting.status !== 'ended' && <SuggestLink {...{ meeting }} />,
  }
}
