import type { Context } from 'hono'
import { transaction } from '../../platform/database/index.ts'
import { notFound } from '../../platform/errors.ts'
import { emptyForm, type MistakenForm, readForm, type Typed } from '../../platform/forms.ts'
import { readBody } from '../../platform/guards.ts'
import {
  type Env,
  getId,
  type Member,
  type PageStatus,
  requireMember,
  slice,
  zoneOf,
} from '../../platform/web.ts'
import { profileForm } from '../forms.ts'
import { changeProfile, findProfile, type Profile } from '../members.store.ts'
import { forgetMember } from '../readMember.ts'
import { isLive } from '../session.rules.ts'
import { endOtherSessions, endSession, listSessions } from '../sessions.store.ts'
import { AccountPage, doneWords } from '../views/AccountPage.tsx'

export const home = slice()

home.get('/', async (c) => {
  const member = requireMember(c)
  const profile = await getProfile(c, member)
  return accountPage(c, member, profile, emptyForm(typedOf(profile)))
})

home.post('/', async (c) => {
  const member = requireMember(c)
  const form = readForm(profileForm(latestToday(c.var.now)), await readBody(c))
  if (!form.ok) return accountPage(c, member, await getProfile(c, member), form, 422)
  await transaction(c.var.db, (tx) => changeProfile(tx, member.id, form.value))
  forgetMember(member.id)
  return c.redirect('/account?done=saved', 303)
})

home.post('/sessions/:sessionId/end', async (c) => {
  const member = requireMember(c)
  const sessionId = getId(c, 'sessionId')
  const ended = await transaction(c.var.db, (tx) => endSession(tx, member.id, sessionId))
  if (!ended) throw notFound()
  forgetMember(member.id)
  return c.redirect('/account?done=revoked#sessions', 303)
})

home.post('/sessions/end-others', async (c) => {
  const member = requireMember(c)
  await transaction(c.var.db, (tx) => endOtherSessions(tx, member.id, member.sessionId))
  forgetMember(member.id)
  return c.redirect('/account?done=revoked_others#sessions', 303)
})

async function accountPage(
  c: Context<Env>,
  member: Member,
  profile: Profile,
  form: MistakenForm,
  status: PageStatus = 200,
): Promise<Response> {
  const { db, now } = c.var
  const zone = zoneOf(c)
  const sessions = await listSessions(db, member.id)
  return c.var.page(
    <AccountPage
      profile={profile}
      form={form}
      zones={zones(member.zone)}
      today={now.toZonedDateTimeISO(zone).toPlainDate()}
      done={doneWords.find((word) => word === c.req.query('done'))}
      sessions={sessions.filter((session) => isLive(session, now))}
      currentId={member.sessionId}
      zone={zone}
    />,
    status,
  )
}

/** A member whose row went in this very moment is a guest. */
async function getProfile(c: Context<Env>, member: Member): Promise<Profile> {
  const profile = await findProfile(c.var.db, member.id)
  if (!profile) throw notFound()
  return profile
}

function typedOf(profile: Profile): Typed {
  return {
    zone: profile.zone ?? '',
    lastDoseOn: profile.lastDoseOn?.toString() ?? '',
    ...(profile.showsDay ? { showsDay: 'yes' } : {}),
  }
}

/** Somewhere it is already tomorrow; a member there may say so before choosing a zone. */
function latestToday(now: Temporal.Instant): Temporal.PlainDate {
  return now.toZonedDateTimeISO('Pacific/Kiritimati').toPlainDate()
}

const known = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')]

function zones(own: string | null): string[] {
  return own && !known.includes(own) ? [own, ...known] : known
}
