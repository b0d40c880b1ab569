import { seed } from '../../bench/seed/index.ts'
import type { SeededMember } from '../../bench/seed/members.ts'
import { maskToken } from '../../src/platform/sessions.ts'
import { killDatabase, type Site, startSite } from '../app/startSite.ts'
import { Visitor } from '../app/visitor.ts'
import type { Promised } from './promise.ts'
import { inTemporaryFolder } from './temporaryFolder.ts'

const rounds = 10
const writers = 50
const writingMs = 700
const recoverySeconds = 30

export const nothingLost: Promised = {
  name: 'nothing acknowledged lost under kill -9',
  prove: () =>
    inTemporaryFolder(async (dataDir) => {
      const { members, topicIds } = await seed(dataDir, {
        members: writers,
        topics: 1,
        posts: 2,
        meetings: 5,
      })
      const topic = `/forum/${topicIds[0]}`
      const sent = new Set<string>()
      const acknowledged = new Set<string>()
      const unsure: Unsure = new Map()
      let site = await startSite(dataDir)
      try {
        for (let round = 1; round <= rounds; round++) {
          // Half the time the site is cut off in the middle of writing, then the database under it.
          const writing = write(site, members, topic, `a${round}`, sent, acknowledged, unsure)
          await pause(writingMs + round * 37)
          await site.kill()
          await writing
          site = await startSite(dataDir)
          const again = write(site, members, topic, `b${round}`, sent, acknowledged, unsure)
          await pause(writingMs + round * 53)
          await killDatabase(dataDir)
          await again
          await waitUntilReady(site)
        }
        // What was cut off last is sent once more, as a browser would.
        await resend(site, members, topic, acknowledged, unsure)
        const found = await readBack(site, topic)
        return judge(sent, acknowledged, found)
      } finally {
        await site.stop()
      }
    }),
}

function judge(sent: Set<string>, acknowledged: Set<string>, found: Map<string, number>) {
  const lost = [...acknowledged]
    .filter((mark) => !found.has(mark))
    .map((mark) => `${mark} was acknowledged and is lost.`)
  const twice = [...found].filter(([, times]) => times > 1).map(([mark]) => `${mark} is there twice.`)
  const strange = [...found.keys()].filter((mark) => !sent.has(mark)).map((mark) => `${mark} was never sent.`)
  const few =
    acknowledged.size < rounds * writers
      ? [`Only ${acknowledged.size} replies were acknowledged: too few to say anything.`]
      : []
  const broken = [...lost, ...twice, ...strange, ...few]
  const figure = `${lost.length} lost, ${twice.length} doubled of ${acknowledged.size} acknowledged, ${writers} writers, ${rounds} kills of the site and ${rounds} of the database`
  return { figure, broken }
}

/** Every writer posts until the first failure; what is answered with the way to the reply counts as acknowledged. */
async function write(
  site: Site,
  members: SeededMember[],
  topic: string,
  round: string,
  sent: Set<string>,
  acknowledged: Set<string>,
  unsure: Unsure,
): Promise<void> {
  await resend(site, members, topic, acknowledged, unsure)
  const writer = async (member: SeededMember, index: number) => {
    const visitor = new Visitor(site.url)
    visitor.cookies.set('newleaf', member.token)
    try {
      for (let count = 1; ; count++) {
        const mark = `mark-${round}-${index}-${count}-end`
        sent.add(mark)
        const once = crypto.randomUUID()
        unsure.set(index, { mark, once })
        const answer = await visitor.post(`${topic}/replies`, formOf(member, { mark, once }))
        if (answer.status !== 303) return
        acknowledged.add(mark)
        unsure.delete(index)
        // Slowly enough that the limit on writing does not end the round before the kill does.
        await pause(25)
      }
    } catch {
      // Cut off: this reply was never acknowledged, and may be there or not.
    } finally {
      visitor.leave()
    }
  }
  await Promise.all(members.map(writer))
}

/** By writer: the reply that nobody answered for. It may be there or not. */
type Unsure = Map<number, { mark: string; once: string }>

function formOf(member: SeededMember, { mark, once }: { mark: string; once: string }) {
  return { _token: maskToken(member.formToken), once, body: `This is ${mark} of a test.` }
}

/** The same forms again: whether they had arrived before or not, each is there once now. */
async function resend(
  site: Site,
  members: SeededMember[],
  topic: string,
  acknowledged: Set<string>,
  unsure: Unsure,
): Promise<void> {
  for (const [index, reply] of unsure) {
    const member = members[index]
    if (!member) continue
    const visitor = new Visitor(site.url)
    visitor.cookies.set('newleaf', member.token)
    const answer = await visitor.post(`${topic}/replies`, formOf(member, reply)).catch(() => undefined)
    if (answer?.status === 303) {
      acknowledged.add(reply.mark)
      unsure.delete(index)
    }
    visitor.leave()
  }
}

/** Every reply as a reader sees it, and how often. */
async function readBack(site: Site, topic: string): Promise<Map<string, number>> {
  const reader = new Visitor(site.url)
  const found = new Map<string, number>()
  for (let page = 1; ; page++) {
    const { status, text } = await reader.get(`${topic}?page=${page}`)
    if (status === 404) break
    if (status !== 200) throw new Error(`${topic}?page=${page} was answered ${status}.`)
    for (const [mark] of text.matchAll(/mark-[ab]\d+-\d+-\d+-end/g))
      found.set(mark, (found.get(mark) ?? 0) + 1)
  }
  reader.leave()
  return found
}

async function waitUntilReady(site: Site): Promise<void> {
  const asker = new Visitor(site.url)
  for (let tries = 0; tries < recoverySeconds * 10; tries++) {
    const status = await asker.get('/readyz').then(
      (answer) => answer.status,
      () => 0,
    )
    if (status === 200) return asker.leave()
    await pause(100)
  }
  const lastWords = site.output().trim().slice(-1500)
  throw new Error(
    `The site was not ready ${recoverySeconds} seconds after its database was killed. It said: ${lastWords}`,
  )
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
