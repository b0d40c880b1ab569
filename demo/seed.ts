import { randomUUID } from 'node:crypto'
import { addMember, hashSecret } from '../src/account/index.ts'
import { readConfig } from '../src/config.ts'
import { addReply, addTopic, getSpace } from '../src/forum/index.ts'
import { addGroup, guideOf, joinGroup } from '../src/groups/index.ts'
import { addMeeting } from '../src/meetings/index.ts'
import { now } from '../src/platform/clock.ts'
import { migrate, openDatabase, type Sql, transaction } from '../src/platform/database/index.ts'
import { renderMarkdown } from '../src/platform/markdown.ts'
import { groups } from './groups.ts'
import { people } from './people.ts'
import { talk } from './talk.ts'

const passphrase = 'a lamp in every window'

/** Fills an empty data folder with an invented community; does nothing where members are already there. */
async function seed(db: Sql, at: Temporal.Instant): Promise<void> {
  const members = await addPeople(db, at)
  if (!members) return
  const idOf = (handle: string) =>
    members.get(handle) ?? fail(`${handle} is not among the people of the demo.`)
  const groupIds = new Map<string, string>()
  for (const { group: draft, host, members: joined, meetings } of groups) {
    await transaction(db, async (tx) => {
      const group = await addGroup(
        tx,
        { ...draft, agreements: guideOf(draft.kind).agreements },
        { memberId: idOf(host), now: at.subtract({ hours: 24 * 60 }) },
      )
      groupIds.set(group.name, group.id)
      for (const handle of joined) await joinGroup(tx, group.id, idOf(handle), at.subtract({ hours: 24 * 7 }))
      for (const meeting of meetings) {
        const nothing = {
          onlineUrl: null,
          phone: null,
          placeName: null,
          address: null,
          town: null,
          notes: null,
        }
        const by = {
          groupId: group.id,
          groupName: group.name,
          memberId: idOf(host),
          place: undefined,
          now: at,
        }
        const { format: id, ...said } = meeting
        const format = guideOf(draft.kind).formats.find((one) => one.id === id)
        const plan = format && {
          agenda: format.parts,
          practice: format.practice ?? null,
          bring: format.bring ?? null,
          consent: format.consent ?? null,
          weatherPlan: format.weather ?? null,
        }
        await addMeeting(tx, { ...nothing, ...said, ...plan }, { ...by, leaders: [idOf(host)] })
      }
    })
  }
  await addTalk(db, at, idOf, groupIds)
  console.log(
    `A community of ${people.length} invented people is there. Sign in as wren, or as keeper (the operator),`,
  )
  console.log(`with the passphrase: ${passphrase}`)
}

async function addPeople(db: Sql, at: Temporal.Instant): Promise<Map<string, string> | undefined> {
  const members = new Map<string, string>()
  const passphraseHash = await hashSecret(passphrase)
  const today = at.toZonedDateTimeISO('UTC').toPlainDate()
  for (const { handle, days, zone, role } of people) {
    const lastDoseOn = days === null ? null : today.subtract({ days })
    const secrets = { passphraseHash, recoveryHash: passphraseHash }
    const more = { zone, showsDay: days !== null, lastDoseOn, roleSince: at, ...(role ? { role } : {}) }
    const id = await transaction(db, (tx) =>
      addMember(tx, { handle, ...secrets, ...more }, at.subtract({ hours: 24 * 90 })),
    )
    // Taken: this folder was filled before.
    if (!id) return undefined
    members.set(handle, id)
  }
  return members
}

async function addTalk(
  db: Sql,
  at: Temporal.Instant,
  idOf: (handle: string) => string,
  groupIds: Map<string, string>,
): Promise<void> {
  const before = (hours: number) => at.subtract({ minutes: Math.round(hours * 60) })
  const author = (handle: string, when: Temporal.Instant) => ({
    id: idOf(handle),
    today: when.toZonedDateTimeISO('UTC').toPlainDate(),
  })
  const words = (text: string) => ({ markdown: text, html: renderMarkdown(text), once: randomUUID() })
  // In the order they were written, so that first posts are first.
  for (const topic of talk.toSorted((a, b) => b.hoursAgo - a.hoursAgo)) {
    const when = before(topic.hoursAgo)
    const groupId =
      topic.group === null ? null : (groupIds.get(topic.group) ?? fail(`No group ${topic.group}.`))
    const space = groupId ? { id: null, groupId } : await getSpace(db, topic.space ?? 'open', undefined)
    const id = await addTopic(
      db,
      author(topic.by, when),
      {
        ...words(topic.text),
        title: topic.title,
        kind: topic.kind ?? 'story',
        helps: topic.helps ?? [],
        space,
      },
      when,
    )
    if (!id) fail(`Nothing is written in ${topic.group ?? topic.space}.`)
    for (const reply of topic.replies)
      await addReply(
        db,
        id,
        author(reply.by, before(reply.hoursAgo)),
        words(reply.text),
        before(reply.hoursAgo),
      )
  }
}

function fail(sentence: string): never {
  throw new Error(sentence)
}

const config = readConfig()
const database = await openDatabase(config)
try {
  await migrate(database.db, 'db/migrations')
  await seed(database.db, now())
} finally {
  await database.close()
}
