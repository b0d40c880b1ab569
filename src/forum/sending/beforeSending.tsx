import type { Context } from 'hono'
import type { ComponentChildren } from 'preact'
import { Notice } from '../../design/index.ts'
import {
  findHolding,
  HoldingNotice,
  listSlowFor,
  SlowNotice,
  whenNext,
} from '../../moderation/measures/index.ts'
import {
  getStanding,
  HeldNotice,
  isLimited,
  levelOf,
  mayLink,
  type Standing,
  sayTrust,
  whyNoPost,
  willBeHeld,
} from '../../moderation/trust/index.ts'
import {
  AfterCrisis,
  AfterFear,
  BeforeSending,
  type Category,
  classify,
  isCrisis,
  lookAgain,
} from '../../moderation/words/index.ts'
import { type Typed, typedText } from '../../platform/forms.ts'
import { type Env, type Member, zoneOf } from '../../platform/web.ts'
import { AfterNeeds } from '../answered/views/needsSomeone.tsx'
import { inTurn } from './inTurn.ts'

/** What is known of a post that may go: kept with it for the moderators' queue, and whether it waits for one. */
export interface Cleared {
  signals: Category[]
  held: boolean
}

/** Where something is to be written; null: a topic, or a group's space, that is not there yet. */
interface Place {
  topicId: string | null
  spaceId: string | null
  /** Known to be without a slow mode. */
  isNeverSlow?: boolean
}

/** Not sent yet: the form again, with what its writer should know first. */
interface Stopped {
  hints: ComponentChildren
  status: 403 | 422 | 429
}

/** What is known of whoever writes, whatever their words are. */
interface WriterNow {
  stopped: Stopped | undefined
  standing: Standing
}

export async function lookAtWriter(c: Context<Env>, member: Member): Promise<WriterNow> {
  const [stopped, standing] = await Promise.all([
    whetherHolding(c, member),
    getStanding(c.var.db, member.id, c.var.now),
  ])
  return { stopped, standing }
}

/** Looks at a post and writes it; of who is new one after the other, or ten sent at once would all be the first. */
export async function whileCounted(
  c: Context<Env>,
  member: Member,
  writer: WriterNow,
  send: (writer: WriterNow) => Promise<Response>,
): Promise<Response> {
  if (!isLimited(writer.standing, c.var.now)) return send(writer)
  return inTurn(member.id, async () => send(await lookAtWriter(c, member)))
}

/**
 * The look at a post before it is written: limits of new members, help for somebody in a crisis, hints on what to
 * change. Each hint stops a post once; sent again with the words of the form, it goes.
 */
export async function beforeSending(
  c: Context<Env>,
  member: Member,
  { stopped, standing }: WriterNow,
  typed: Typed,
  place: Place,
): Promise<Cleared | Stopped> {
  const { db, now, locale } = c.var
  if (stopped) return stopped
  const texts = ['title', 'body'].map((name) => typedText({ typed }, name))
  const signals = signalsOf(texts)
  const isDark = signals.some(isCrisis)
  const refusal = whyNoPost(standing, isDark, now)
  if (refusal)
    return {
      hints: (
        <Notice kind="warn" role="alert" said>
          <p>{sayTrust(locale)(refusal)}</p>
          <p>
            <a href="/help">{sayTrust(locale)('held.help')}</a>
          </p>
        </Notice>
      ),
      status: 429,
    }
  const slowed = place.isNeverSlow ? [] : await listSlowFor(db, member.id, place, now)
  const waits = whetherSlow(c, member, slowed, isDark)
  if (waits) return waits
  const links = mayLink(levelOf(standing, now))
  const look = lookAgain(texts, typedText({ typed }, 'looked'), links)
  if (look) return { hints: <BeforeSending look={look} mayLink={links} />, status: 422 }
  return {
    signals,
    // A post from a dark place is never kept from people by software, whoever writes it.
    held: c.var.config.holdFirstPosts && willBeHeld(standing) && !isDark,
  }
}

/**
 * The same look at words that take the place of others, or a moderator would look at harmless ones and readers find
 * what came after. Hints were given when it was first sent; nobody is stopped by them again.
 */
export async function beforeChanging(
  c: Context<Env>,
  member: Member,
  typed: Typed,
): Promise<Cleared | Stopped> {
  const { db, now } = c.var
  const stopped = await whetherHolding(c, member)
  if (stopped) return stopped
  const texts = ['title', 'body'].map((name) => typedText({ typed }, name))
  const links = mayLink(levelOf(await getStanding(db, member.id, now), now))
  const hints = (lookAgain(texts, '', links)?.hints ?? []).filter(({ category }) => category === 'link')
  if (hints.length > 0)
    return { hints: <BeforeSending look={{ crisis: false, hints }} mayLink={links} />, status: 422 }
  return { signals: signalsOf(texts), held: false }
}

async function whetherHolding(c: Context<Env>, member: Member): Promise<Stopped | undefined> {
  const holding = await findHolding(c.var.db, member.id, c.var.now)
  return holding && { hints: <HoldingNotice holding={holding} zone={zoneOf(c)} />, status: 403 }
}

function whetherSlow(
  c: Context<Env>,
  member: Member,
  slowed: Awaited<ReturnType<typeof listSlowFor>>,
  isDark: boolean,
): Stopped | undefined {
  const { now } = c.var
  for (const slow of slowed) {
    const next = whenNext(slow, { role: member.role, lastPostAt: slow.lastPostAt, isCrisis: isDark }, now)
    if (next)
      return { hints: <SlowNotice next={next} minutes={slow.minutes} zone={zoneOf(c)} />, status: 429 }
  }
  return undefined
}

function signalsOf(texts: string[]): Category[] {
  const found = texts.flatMap((text) => classify(text).map(({ category }) => category))
  return [...new Set(found)].filter((category) => category !== 'link')
}

/** The address after a post, with what its author should see once. */
export function sentPath(path: string, { signals, held }: Cleared, needs = false): string {
  const about = signals.some(isCrisis) ? 'help' : signals.includes('about-another') ? 'fear' : undefined
  const after = held ? 'held' : (about ?? (needs ? 'needs' : undefined))
  if (!after) return path
  const [address = '', hash] = path.split('#')
  return `${address}${address.includes('?') ? '&' : '?'}sent=${after}${hash && !held ? `#${hash}` : ''}`
}

/** What stands above the page after a post was sent. */
export function afterSending(c: Context<Env>): ComponentChildren {
  const sent = c.var.member && c.req.query('sent')
  if (sent === 'help') return <AfterCrisis />
  if (sent === 'fear') return <AfterFear />
  if (sent === 'needs') return <AfterNeeds />
  return sent === 'held' ? <HeldNotice /> : null
}
