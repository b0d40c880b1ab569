import { describe, expect } from 'vitest'
import { type Site, test } from '../testing/site.ts'
import { addTowns, bringIn } from './testing/town.store.ts'

const cork = { formatted_address: '1 Quay St, Cork, T12, Ireland', location: 'Boat House', approximate: 'no' }
const link = { conference_url: 'https://meet.example.org/quiet' }

function names(html: string): string[] {
  return [...html.matchAll(/<a href="\/meetings\/\d+(?:\?[^"]*)?" dir="auto">([^<]+)</g)].map(
    (match) => match[1] ?? '',
  )
}

describe('the list of meetings', () => {
  test('an empty site says so and invites nobody to an empty room', async ({ site }) => {
    const answer = await site.get('/meetings')
    expect(answer.status).toBe(200)
    expect(await answer.text()).toContain('There are no meetings here yet')
  })

  test('shows times in the zone of the address and says which it is', async ({ site }) => {
    await bringIn(site.db, site.now(), { name: 'Quiet Room', ...cork })
    const dublin = await (await site.get('/meetings?zone=Europe/Dublin')).text()
    expect(dublin).toContain('7:00 PM')
    expect(dublin).toContain('Times are shown in Ireland Time (Dublin)')
    const kathmandu = await (await site.get('/meetings?zone=Asia/Kathmandu')).text()
    expect(kathmandu).toContain('12:45 AM')
    expect(kathmandu).toContain('7:00 PM there')
    expect(kathmandu).toContain('Tuesday, November 24')
  })

  test('a zone that does not exist is passed over', async ({ site }) => {
    await bringIn(site.db, site.now(), cork)
    const answer = await site.get('/meetings?zone=Mars/Olympus')
    expect(answer.status).toBe(200)
    const html = await answer.text()
    expect(html).toContain('We do not know your time zone')
    expect(html).toContain('online meetings show UTC and their own')
  })

  test('a member’s own zone is used without asking', async ({ site }) => {
    await bringIn(site.db, site.now(), cork)
    const wren = await site.member('wren', { zone: 'Asia/Kathmandu' })
    expect(await (await site.get('/meetings', { as: wren })).text()).toContain('12:45 AM')
  })

  test('a meeting that is on now comes first and says so', async ({ site }) => {
    site.setNow('2026-11-23T19:20:00Z')
    await bringIn(
      site.db,
      site.now(),
      { name: 'Later', time: '20:00', ...cork },
      { name: 'Running', ...cork },
    )
    const html = await (await site.get('/meetings')).text()
    expect(names(html).slice(0, 2)).toEqual(['Running', 'Later'])
    expect(html).toContain('on now')
    expect(html).toContain('in 40 minutes')
  })

  test('filters by words, way, day and kind, together and each removable', async ({ site }) => {
    await bringIn(
      site.db,
      site.now(),
      { name: 'Tea and Talk', ...cork },
      { name: 'Night Line', ...link },
      { name: 'Both Ways', day: 3, ...cork, ...link },
    )
    const list = async (query: string) => new Set(names(await (await site.get(`/meetings?${query}`)).text()))
    expect(await list('words=TEA')).toEqual(new Set(['Tea and Talk']))
    expect(await list('words=quay')).toEqual(new Set(['Tea and Talk', 'Both Ways']))
    expect(await list('how=online')).toEqual(new Set(['Night Line', 'Both Ways']))
    expect(await list('how=hybrid')).toEqual(new Set(['Both Ways']))
    expect(await list('day=3&zone=Europe/Dublin')).toEqual(new Set(['Both Ways']))
    expect(await list('kind=family')).toEqual(new Set())
    expect(await list('words=%25')).toEqual(new Set(['Tea and Talk', 'Night Line', 'Both Ways']))

    const html = await (await site.get('/meetings?words=tea&how=in_person&zone=Asia/Tokyo')).text()
    expect(html).toContain('href="/meetings?how=in_person&amp;zone=Asia%2FTokyo"')
    expect(html).toContain('href="/meetings?words=tea&amp;zone=Asia%2FTokyo"')
  })

  test('the day is the visitor’s day, not the meeting’s', async ({ site }) => {
    await bringIn(site.db, site.now(), { name: 'Late', time: '23:30', ...link })
    const list = async (day: number) =>
      names(await (await site.get(`/meetings?day=${day}&zone=Asia/Kathmandu`)).text()).length
    expect(await list(1)).toBe(0)
    expect(await list(2)).toBe(5)
  })

  test('nonsense in the address is left out and said', async ({ site }) => {
    await bringIn(site.db, site.now(), cork)
    for (const query of ['kind=cult', 'how=telepathy', 'day=8', 'km=7', 'after=yesterday']) {
      const answer = await site.get(`/meetings?${query}`)
      expect(answer.status).toBe(200)
      expect(await answer.text()).toContain('was not understood')
    }
  })

  test('turns pages without losing or doubling a meeting', async ({ site }) => {
    await bringIn(
      site.db,
      site.now(),
      ...Array.from({ length: 30 }, (_, index) => ({ name: `N${index}`, ...link })),
    )
    const seen: string[] = []
    let path: string | undefined = '/meetings?how=online'
    while (path) {
      const html: string = await (await site.get(path)).text()
      seen.push(
        ...[...html.matchAll(/meeting-time"><time datetime="([^"]+)".*?\/meetings\/(\d+)/gs)].map(
          (m) => `${m[1]} ${m[2]}`,
        ),
      )
      path = /href="([^"]+after=[^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&')
    }
    expect(seen).toHaveLength(150)
    expect(new Set(seen).size).toBe(150)
  })
})

describe('distance from a town', () => {
  const at = (latitude: number, longitude: number) => ({ ...cork, latitude, longitude })

  test('keeps what is near, with its distance', async ({ site }) => {
    await addTowns(site.db)
    await bringIn(
      site.db,
      site.now(),
      { name: 'Near', ...at(51.9, -8.48) },
      { name: 'Far', ...at(53.35, -6.26) },
      { name: 'Line', ...link, latitude: 51.9, longitude: -8.48 },
    )
    const html = await (await site.get('/meetings?near=cork')).text()
    expect(new Set(names(html))).toEqual(new Set(['Near']))
    expect(html).toContain('0.7 km away')
    expect(html).toContain('within 25 km of Cork, Ireland')
  })

  test('a town that is not known says so, and offers what is written nearly so', async ({ site }) => {
    await addTowns(site.db)
    await bringIn(site.db, site.now(), { name: 'Near', ...at(51.9, -8.48) })
    const html = await (await site.get('/meetings?near=Philadelfia')).text()
    expect(html).toContain('We do not know a place or postcode “Philadelfia”')
    expect(html).toContain('near=Philadelphia,+PA')
    expect(names(html)).toContain('Near')
  })

  test('the larger of two towns is taken and the other offered; a state decides', async ({ site }) => {
    await addTowns(site.db)
    const html = await (await site.get('/meetings?near=Philadelphia')).text()
    expect(html).toContain('km of Philadelphia, PA')
    expect(html).toContain('near=Philadelphia,+MS')
    expect(await (await site.get('/meetings?near=philadelphia, mississippi')).text()).toContain(
      'of Philadelphia, MS',
    )
    expect(await (await site.get('/meetings?near=new york')).text()).toContain('of New York City, NY')
    expect(await (await site.get('/meetings?near=lodz')).text()).toContain('of Łódź, Poland')
  })
})

describe('the page of a meeting', () => {
  const open = async (site: Site, query = '') => {
    const [row] = await site.db<{ id: string }[]>`select id from meetings order by id limit 1`
    const answer = await site.get(`/meetings/${row?.id}${query}`)
    expect(answer.status).toBe(200)
    return await answer.text()
  }

  test('says when in both zones, how to come and where it comes from', async ({ site }) => {
    await bringIn(site.db, site.now(), {
      name: 'Harbour "Tea" & <i>talk</i>',
      types: ['O', 'X', 'TC'],
      notes: 'Ring twice.\nMind the step.',
      ...cork,
      ...link,
      latitude: 51.9,
      longitude: -8.48,
    })
    const html = await open(site, '?zone=America/New_York')
    expect(html).toContain('Harbour &quot;Tea&quot; &amp; talk</h1>')
    expect(html).toContain('Every Monday, 7:00 PM to 8:00 PM, Ireland Time (Dublin)')
    expect(html).toContain('Mon, Nov 23, 2:00 PM')
    expect(html).toContain('Mon, Nov 23, 7:00 PM')
    expect(html).toContain('https://meet.example.org/quiet')
    expect(html).toContain('Wheelchair Access')
    expect(html).toContain('From the list “Harbour list”')
  })

  test('says so when the clock change moves it', async ({ site }) => {
    site.setNow('2027-03-01T12:00:00Z')
    await bringIn(site.db, site.now(), { day: 0, time: '01:30', timezone: 'Europe/Dublin', ...cork })
    const html = await open(site)
    expect(html).toContain('the clocks change and skip its usual time')
  })

  test('an address that is none is not found', async ({ site }) => {
    for (const id of ['99999999', '0', 'none', '123456789012345678901234567890']) {
      expect((await site.get(`/meetings/${id}`)).status, id).toBe(404)
    }
  })
})
