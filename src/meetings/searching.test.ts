import { describe, expect } from 'vitest'
import { type Site, test } from '../testing/site.ts'
import { recount } from './finder/terms.store.ts'
import { addTowns, bringIn } from './testing/town.store.ts'

const cork = { formatted_address: '1 Quay St, Cork, T12, Ireland', location: 'Boat House', approximate: 'no' }
const link = { conference_url: 'https://meet.example.org/quiet' }

async function found(site: Site, path: string): Promise<string[]> {
  const html = await (await site.get(path)).text()
  const names = [...html.matchAll(/<a href="\/meetings\/\d+(?:\?[^"]*)?" dir="auto">([^<]+)</g)]
  return [...new Set(names.map((match) => match[1] ?? ''))].sort()
}

async function addPostcodes(site: Site): Promise<void> {
  for (const [country, code, name, latitude, longitude] of [
    ['US', '19104', 'Philadelphia, PA', 39.9597, -75.2024],
    ['US', '19103', 'Philadelphia, PA', 39.9529, -75.1741],
    ['CA', 'K1A', 'Ottawa, Ontario', 45.42, -75.7],
  ] as const)
    await site.db`insert into postcodes ${site.db({ country, code, name, latitude, longitude })}`
}

describe('words', () => {
  test('typing errors are forgiven and said, and what is written exactly so goes first', async ({ site }) => {
    await bringIn(
      site.db,
      site.now(),
      { name: 'Serenity at Noon', ...link },
      { name: 'Harbour Walk', ...link },
    )
    await recount(site.db, site.now())
    for (const typed of ['serenity', 'seren', 'serenty', 'serentiy', 'SERENITEY'])
      expect(await found(site, `/meetings?words=${typed}`), typed).toEqual(['Serenity at Noon'])
    const html = await (await site.get('/meetings?words=serenty')).text()
    expect(html).toContain('Nothing says “serenty”')
    expect(html).toContain('“serenity”')
    expect(await found(site, '/meetings?words=harbour%20serenity')).toEqual([])
  })

  test('a word that was never counted is still found, also inside a longer one', async ({ site }) => {
    await bringIn(site.db, site.now(), { name: 'Abendmeeting', ...link })
    expect(await found(site, '/meetings?words=abendmeeting')).toEqual(['Abendmeeting'])
    expect(await found(site, '/meetings?words=meeting')).toEqual(['Abendmeeting'])
  })

  test('quotes, operators and emoji are words like any other', async ({ site }) => {
    await bringIn(site.db, site.now(), { name: 'Tea', ...link })
    await recount(site.db, site.now())
    for (const words of ["' | 'x", 'a & !b', '\\', '🌿', '%', '(((', 'x'.repeat(500)])
      expect((await site.get(`/meetings?words=${encodeURIComponent(words)}`)).status, words).toBe(200)
  })
})

describe('conditions', () => {
  test('types, language, circle, practice and fellowship narrow it down, together', async ({ site }) => {
    await bringIn(
      site.db,
      site.now(),
      { name: 'Women in Spanish', types: ['W', 'S', 'X'], ...link },
      { name: 'Women', types: ['W'], ...link },
      { name: 'Sitting', types: ['MED'], ...link },
    )
    expect(await found(site, '/meetings?type=W')).toEqual(['Women', 'Women in Spanish'])
    expect(await found(site, '/meetings?type=W,X&language=es&circle=women')).toEqual(['Women in Spanish'])
    expect(await found(site, '/meetings?practice=meditation')).toEqual(['Sitting'])
    expect(await found(site, '/meetings?fellowship=Harbour+list&type=MED')).toEqual(['Sitting'])
    expect(await found(site, '/meetings?from=house')).toEqual([])
  })

  test('a morning near a town is the morning of that town for who has told us no zone', async ({ site }) => {
    await addTowns(site.db)
    const hall = {
      formatted_address: '1 Main St, Philadelphia, PA 19104, USA',
      latitude: 39.95,
      longitude: -75.16,
    }
    await bringIn(
      site.db,
      site.now(),
      { name: 'Early', day: 0, time: '10:30', timezone: 'America/New_York', ...hall },
      { name: 'Late', day: 0, time: '02:00', timezone: 'America/New_York', ...hall },
    )
    const morning = 'near=Philadelphia&km=5&day=7&part=morning'
    expect(await found(site, `/meetings?${morning}`)).toEqual(['Early'])
    expect(await found(site, `/meetings?${morning}&zone=UTC`)).toEqual(['Late'])
    expect(await (await site.get(`/meetings?${morning}`)).text()).toContain('by the clocks there')
    expect(await (await site.get(`/meetings/print?${morning}`)).text()).toContain('10:30')
    expect(await (await site.get(`/feeds/meetings.json?${morning}`)).json()).toMatchObject([
      { name: 'Early' },
    ])
  })

  test('now or soon leaves out what is tomorrow', async ({ site }) => {
    await bringIn(
      site.db,
      site.now(),
      { name: 'On', day: 0, time: '11:30', timezone: 'UTC', ...link },
      { name: 'Soon', day: 0, time: '14:00', timezone: 'UTC', ...link },
      { name: 'Tonight', day: 0, time: '20:00', timezone: 'UTC', ...link },
    )
    expect(await found(site, '/meetings?when=soon')).toEqual(['On', 'Soon'])
    expect(await found(site, '/meetings?when=today&zone=UTC')).toEqual(['On', 'Soon', 'Tonight'])
    expect(await found(site, '/meetings?part=evening&when=today&zone=UTC')).toEqual(['Tonight'])
  })

  test('a form that sends empty fields is led to the short address', async ({ site }) => {
    const answer = await site.get(
      '/meetings?words=tea&kind=&how=&day=6&day=7&near=&km=25&sort=&type=W&type=X',
    )
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe('/meetings?words=tea&day=6,7&type=W,X')
  })

  test('a closed group is found no more', async ({ site }) => {
    await bringIn(site.db, site.now(), { name: 'Tea', ...link })
    await site.db`update groups set status = 'closed'`
    expect(await found(site, '/meetings?how=online')).toEqual([])
  })

  test('many of one list at one time are folded under the third', async ({ site }) => {
    await bringIn(
      site.db,
      site.now(),
      ...Array.from({ length: 9 }, (_, index) => ({ name: `N${index}`, ...link })),
    )
    const html = await (await site.get('/meetings')).text()
    expect(html).toContain('6 more meetings of Harbour list then')
    expect(await (await site.get('/meetings?words=n1')).text()).not.toContain('more meetings of')
  })
})

describe('places', () => {
  const at = (latitude: number, longitude: number) => ({ ...cork, latitude, longitude })

  test('a postcode is a place, and one that is not known offers its neighbours', async ({ site }) => {
    await addTowns(site.db)
    await addPostcodes(site)
    await bringIn(
      site.db,
      site.now(),
      { name: 'Near', ...at(39.96, -75.2) },
      { name: 'Far', ...at(40.7, -74) },
    )
    expect(await found(site, '/meetings?near=19104&km=5')).toEqual(['Near'])
    expect(await found(site, '/meetings?near=19104-1234&km=5')).toEqual(['Near'])
    const html = await (await site.get('/meetings?near=19109')).text()
    expect(html).toContain('We do not know a place or postcode “19109”')
    expect(html).toContain('near=19103')
    expect(await (await site.get('/meetings?near=K1A 0B1')).text()).toContain('of K1A Ottawa, Ontario')
  })

  test('British postcodes are learnt from the meetings themselves', async ({ site }) => {
    const london = { location: 'Hall', approximate: 'no', timezone: 'Europe/London' }
    await bringIn(site.db, site.now(), {
      name: 'Hall',
      formatted_address: '1 High St, London SW1A 1AA, UK',
      latitude: 51.5,
      longitude: -0.14,
      ...london,
    })
    await recount(site.db, site.now())
    expect(await found(site, '/meetings?near=sw1a&km=2')).toEqual(['Hall'])
    expect(await found(site, '/meetings?near=SW1A 2AB&km=2')).toEqual(['Hall'])
  })

  test('the nearest first, each once, page after page', async ({ site }) => {
    await bringIn(
      site.db,
      site.now(),
      ...Array.from({ length: 60 }, (_, index) => ({
        name: `N${index}`,
        ...at(39.95 + index * 0.001, -75.17),
      })),
    )
    const first = await (await site.get('/meetings?at=39.95,-75.17&km=10&sort=distance')).text()
    const kms = [...first.matchAll(/([\d.]+) km away/g)].map((match) => Number(match[1]))
    expect(kms).toEqual([...kms].sort((a, b) => a - b))
    expect(first).toContain('rounded to about a kilometre')
    const path = /href="([^"]+after=[^"]+)"/.exec(first)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const seen = [
      ...first.matchAll(/\/meetings\/(\d+)"/g),
      ...(await (await site.get(path)).text()).matchAll(/\/meetings\/(\d+)"/g),
    ]
    expect(new Set(seen.map((match) => match[1])).size).toBe(60)
  })

  test('only the page that says why may ask where the device is', async ({ site }) => {
    const policy = async (path: string) => (await site.get(path)).headers.get('permissions-policy') ?? ''
    expect(await policy('/meetings/near')).toContain('geolocation=(self)')
    for (const path of ['/meetings', '/meetings/map', '/'])
      expect(await policy(path)).toContain('geolocation=()')
  })
})

describe('other shapes of a search', () => {
  test('week, map and booklet show what the list shows', async ({ site }) => {
    await addTowns(site.db)
    await bringIn(
      site.db,
      site.now(),
      { name: 'Tea in Cork', ...cork, latitude: 51.9, longitude: -8.47 },
      { name: 'Night Line', ...link },
    )
    for (const look of ['week', 'print']) {
      const html = await (await site.get(`/meetings/${look}?zone=Europe/Dublin`)).text()
      for (const text of ['Tea in Cork', 'Night Line', '7:00']) expect(html, look).toContain(text)
    }
    const booklet = await (await site.get('/meetings/print?words=tea&zone=Europe/Dublin')).text()
    expect(booklet).toContain('1 Quay St, Cork')
    expect(booklet).toContain('http://localhost:3000/meetings?words=tea&amp;zone=Europe%2FDublin')
    expect(booklet).not.toContain('Night Line')
    const map = await (await site.get('/meetings/map?near=cork')).text()
    expect(map).toMatch(
      /<a class="map-mark one" href="\/meetings\/\d+[^"]*" aria-label="1 meeting: Tea in Cork"/,
    )
    expect(await (await site.get('/meetings/map/marks?map=6/51.9/-8.5')).json()).toMatchObject({
      marks: [{ meetings: 1, name: 'Tea in Cork' }],
    })
    expect((await site.get('/meetings/map/tiles')).status).toBe(404)
  })
})

describe('the clock', () => {
  test('is chosen by town without a script, and travels on', async ({ site }) => {
    await addTowns(site.db)
    const answer = await site.get('/meetings/zone?back=/forum&town=Cork')
    expect(answer.headers.get('location')).toBe('/forum?zone=Europe/Dublin')
    const chosen = await site.get('/meetings/zone?back=/meetings%3Fday%3D6&choose=Asia/Tokyo&town=')
    expect(chosen.headers.get('location')).toBe('/meetings?day=6&zone=Asia/Tokyo')
    expect(await (await site.get('/meetings/zone?town=Nowhereville')).text()).toContain('do not know a town')
  })

  test('never leads to another site', async ({ site }) => {
    for (const back of [
      'https://elsewhere.example/',
      '//elsewhere.example',
      '/\\elsewhere.example',
      'javascript:1',
    ]) {
      const answer = await site.get(`/meetings/zone?choose=UTC&back=${encodeURIComponent(back)}`)
      expect(answer.headers.get('location'), back).toBe('/meetings?zone=UTC')
    }
  })

  test('of a room stands first for whoever told us none', async ({ site }) => {
    await bringIn(
      site.db,
      site.now(),
      { name: 'Room', ...cork, timezone: 'America/Denver' },
      { name: 'Line', ...link, timezone: 'America/Denver' },
    )
    const html = await (await site.get('/meetings')).text()
    expect(html).toMatch(/7:00 PM<\/time>[\s\S]*?Room[\s\S]*?Denver/)
    expect(html).toContain('7:00 PM Denver')
  })
})
