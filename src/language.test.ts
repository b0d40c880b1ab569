import { expect } from 'vitest'
import { addReply, addTopic } from './forum/index.ts'
import { addGroup } from './groups/index.ts'
import { addMeeting } from './meetings/index.ts'
import { transaction } from './platform/database/index.ts'
import { unmarkedTexts } from './testing/sentences.ts'
import { type Site, type TestMember, test } from './testing/site.ts'

const pseudo = { 'accept-language': 'en-XA' }

/** Every page that links lead to, as this visitor sees it. */
async function crawl(site: Site, as?: TestMember): Promise<Map<string, string>> {
  const pages = new Map<string, string>()
  const waiting = ['/', '/no-such-page']
  while (waiting.length > 0 && pages.size < 150) {
    const path = waiting.shift() ?? '/'
    if (pages.has(path)) continue
    const answer = await site.get(path, { headers: pseudo, ...(as ? { as } : {}) })
    if (!answer.headers.get('content-type')?.startsWith('text/html')) continue
    const html = await answer.text()
    pages.set(path, html)
    for (const [, link = ''] of html.matchAll(/<a [^>]*href="(\/[^"#]*)/g)) {
      const next = link.replaceAll('&amp;', '&')
      // Where to come back to and how a list is filtered make no page of another kind.
      if (!/[?&](next|zone|country|page)=|^\/(leave|assets|account\/export)/.test(next)) waiting.push(next)
    }
  }
  return pages
}

function bypassing(pages: Map<string, string>): string[] {
  return [...pages].flatMap(([path, html]) => unmarkedTexts(html).map((text) => `${path}: ${text}`))
}

/** A group with a meeting, a topic and a reply, so that their pages are among those that are read. */
async function fill(site: Site): Promise<TestMember> {
  const wren = await site.member('wren', { role: 'operator', lastDoseOn: '2026-11-19', showsDay: true })
  const now = site.now()
  const groupId = await transaction(site.db, async (tx) => {
    const group = await addGroup(
      tx,
      {
        name: 'Night Writers',
        kind: 'holistic',
        summary: 'We write.',
        agreements: 'Be kind.',
        purposes: ['stop'],
        spirituality: 'optional',
        languages: ['en'],
        circles: ['parents'],
        practices: ['walk'],
        online: true,
        inPerson: true,
        zone: 'Europe/Berlin',
        placeName: 'Berlin',
      },
      { memberId: wren.id, now },
    )
    await addMeeting(
      tx,
      {
        name: 'The walk',
        recurrence: { every: 'month', weeks: [-1], day: 7 },
        time: '10:30',
        minutes: 75,
        zone: 'Europe/Berlin',
        onlineUrl: 'https://meet.example.org/walk',
        phone: '+49 30 5550100',
        placeName: 'North gate',
        address: 'Invented Park',
        town: 'Berlin',
        notes: 'Rain is fine.',
      },
      { groupId: group.id, groupName: group.name, memberId: wren.id, place: undefined, now },
    )
    return group.id
  })
  const author = { id: wren.id, today: now.toZonedDateTimeISO('UTC').toPlainDate() }
  const words = { markdown: 'Awake.', html: '<p>Awake.</p>' }
  const topic = { ...words, title: 'Who is awake?', kind: 'story', space: { id: null, groupId } } as const
  const topicId = await addTopic(site.db, author, { ...topic, once: crypto.randomUUID() }, now)
  await addReply(site.db, topicId ?? '', author, { ...words, once: crypto.randomUUID() }, now)
  return wren
}

test('every sentence a guest reads comes from a catalogue', async ({ site }) => {
  await fill(site)
  const pages = await crawl(site)
  expect([...pages.keys()].filter((path) => /^\/(forum|meetings)\/\d+/.test(path)).length).toBeGreaterThan(1)
  expect(pages.size).toBeGreaterThan(30)
  expect(bypassing(pages)).toEqual([])
})

test('every sentence a member and operator reads comes from a catalogue', async ({ site }) => {
  const wren = await fill(site)
  const pages = await crawl(site, wren)
  expect(pages.size).toBeGreaterThan(30)
  expect(bypassing(pages)).toEqual([])
})
