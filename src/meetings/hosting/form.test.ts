import { expect } from 'vitest'
import { addGroup } from '../../groups/index.ts'
import { transaction } from '../../platform/database/index.ts'
import { type Site, test } from '../../testing/site.ts'

async function walkers(site: Site) {
  const wren = await site.member('wren')
  const draft = {
    name: 'Walkers',
    kind: 'holistic',
    summary: '',
    agreements: '',
    spirituality: 'optional',
  } as const
  const open = { purposes: [], languages: [], circles: [], practices: [], online: false, inPerson: true }
  const where = { zone: 'America/New_York', placeName: 'Philadelphia' }
  const group = await transaction(site.db, (tx) =>
    addGroup(tx, { ...draft, ...open, ...where }, { memberId: wren.id, now: site.now() }),
  )
  return { wren, group, path: `/groups/${group.slug}/meetings` }
}

const walk = {
  name: 'Riverside walk',
  repeat: 'month',
  week: ['1', '3'],
  weekday: '6',
  time: '10 am',
  minutes: '65',
  zone: 'America/New_York',
  practice: 'walk',
  meetingPoint: 'The map board at the south gate of the park.',
  distanceKm: '4,5',
  terrain: 'path',
  weatherPlan: 'In storm we stay at home.',
  bring: 'Water and shoes.',
  consent: 'You take part at your own risk.',
  access: ['children', 'quiet'],
  capacity: '12',
  language: 'es',
  agenda: '5 Meet\n25 Silent walk: slowly\n35 Talk',
}

async function last(site: Site): Promise<string> {
  const [row] = await site.db<{ id: string }[]>`select id from meetings order by id desc limit 1`
  return row?.id ?? ''
}

const html = async (answer: Promise<Response>) => (await answer).text()

test('a monthly walk shows all that a walker needs, and that a second host is looked for', async ({
  site,
}) => {
  const { wren, path } = await walkers(site)
  expect((await site.post(`${path}/new`, { ...walk, leaders: wren.id }, { as: wren })).status).toBe(303)
  const page = await html(site.get(`/meetings/${await last(site)}?zone=America/New_York`))
  for (const words of [
    'Every first and third Saturday of the month, 10:00 AM to 11:05 AM',
    'The map board at the south gate of the park.',
    '4.5 km, Firm paths',
    'In storm we stay at home.',
    'Water and shoes.',
    'You take part at your own risk.',
    'one is still looked for',
    'Silent walk',
    'Children are welcome',
    'Room for 12 people',
    'In Spanish',
    'wren',
  ])
    expect(page, words).toContain(words)
  const form = await html(site.get(`${path}/${await last(site)}`, { as: wren }))
  expect(form).toContain('25 Silent walk: slowly')
  expect(form.match(/name="week" value="(1|3)" checked/g)).toHaveLength(2)
})

test('a ready plan fills the form and keeps nothing; what was typed stays', async ({ site }) => {
  const { wren, path } = await walkers(site)
  const sent = { name: 'Sunday walk', format: 'nature_walk', bring: 'A flask.', do: 'fill' }
  const answer = await site.post(`${path}/new`, sent, { as: wren })
  expect(answer.status).toBe(200)
  const page = await answer.text()
  expect(page).toContain('value="Sunday walk"')
  expect(page).toContain('25 Silent walk: Slowly.')
  expect(page).toContain('name="minutes" value="65"')
  expect(page).toContain('A flask.')
  expect(page).not.toContain('Shoes you can walk in')
  expect(page).toContain('at your own')
  expect(await last(site)).toBe('')
})

test('a meeting can be looked at first, with what is easily overlooked', async ({ site }) => {
  const { wren, path } = await walkers(site)
  const odd = { ...walk, repeat: 'week', days: '7', time: '02:30', minutes: '60', town: 'Nowhereville' }
  const answer = await site.post(`${path}/new`, { ...odd, do: 'preview' }, { as: wren })
  expect(answer.status).toBe(200)
  const page = await answer.text()
  expect(page).toContain('This is what people will see')
  expect(page).toContain('Sunday, November 29, 2026')
  expect(page).toContain('On March 14, 2027 the clock there jumps over 2:30')
  expect(page).toContain('The parts take 65 minutes together; the meeting is 60 minutes long.')
  expect(page).toContain('We do not know a town called “Nowhereville”.')
  expect(page).toContain('A walk needs two hosts.')
  expect(await last(site)).toBe('')
})

test('a time that a clock change doubles is said on the meeting’s page', async ({ site }) => {
  const { wren, path } = await walkers(site)
  site.setNow('2026-10-20T12:00:00Z')
  await site.post(`${path}/new`, { ...walk, repeat: 'week', days: '7', time: '01:30' }, { as: wren })
  const page = await html(site.get(`/meetings/${await last(site)}?zone=America/New_York`))
  expect(page).toContain('On November 1, 2026 the clock there says 1:30')
})

test('several meetings are added in one go, the next one filled in like the last', async ({ site }) => {
  const { wren, path } = await walkers(site)
  const answer = await site.post(`${path}/new`, { ...walk, do: 'another' }, { as: wren })
  const next = answer.headers.get('location') ?? ''
  expect(next).toBe(`${path}/new?after=${await last(site)}`)
  const page = await html(site.get(next, { as: wren }))
  expect(page).toContain('“Riverside walk” is in the list.')
  expect(page).toContain('The map board at the south gate of the park.')
  for (const after of ['x', '0', '999999', ''])
    expect((await site.get(`${path}/new?after=${after}`, { as: wren })).status, after).toBeOneOf([200, 404])
})

test('of two hosts who change a meeting at once, the second sees what the first kept', async ({ site }) => {
  const { wren, path } = await walkers(site)
  await site.post(`${path}/new`, walk, { as: wren })
  const one = `${path}/${await last(site)}`
  await site.post(one, { ...walk, name: 'First', version: '1' }, { as: wren })
  const answer = await site.post(one, { ...walk, name: 'Second', version: '1' }, { as: wren })
  expect(answer.status).toBe(409)
  const page = await answer.text()
  expect(page).toMatch(/<del[^>]*>First<\/del>.*<ins[^>]*>Second<\/ins>/s)
  expect(page).toContain('name="name" value="Second"')
  expect((await site.post(one, { ...walk, name: 'Second', version: '2' }, { as: wren })).status).toBe(303)
})

test.for([
  [{ agenda: 'Welcome' }, 'Begin each line with its minutes'],
  [{ agenda: '5 x\n'.repeat(31) }, 'Begin each line with its minutes'],
  [{ capacity: 'many' }, 'Give a number from 2 to 100,000'],
  [{ capacity: '1' }, 'Give a number from 2 to 100,000'],
  [{ distanceKm: '-3' }, 'Give the length in kilometres'],
  [{ distanceKm: '400' }, 'Give the length in kilometres'],
  [{ meetingPoint: '' }, 'Say where you meet.'],
  [{ week: [] }, 'Choose which ones of the month.'],
  [{ terrain: 'lava' }, 'One of these choices is none of ours.'],
  [{ access: 'helicopter' }, 'One of these choices is none of ours.'],
  [{ practice: 'cult' }, 'One of these choices is none of ours.'],
  [{ language: 'Klingon' }, 'Choose a language from the list.'],
  [{ time: '8:61 PM' }, 'Say when it begins'],
  [{ notes: 'n'.repeat(4001) }, 'The notes are longer than 4,000 characters.'],
] as const)(
  'what cannot be (%#) is refused with a sentence, and the rest is kept',
  async ([change, sentence], { site }) => {
    const { wren, path } = await walkers(site)
    const fields = { ...walk, ...change } as Record<string, string | string[]>
    const answer = await site.post(`${path}/new`, fields, { as: wren })
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain(sentence)
    expect(page).toContain('You take part at your own risk.')
  },
)

test('markup, other scripts and what is far too long do no harm', async ({ site }) => {
  const { wren, path } = await walkers(site)
  const name = 'مشي على النهر 🌿'
  const sent = { ...walk, name, notes: '<script>alert(1)</script>', agenda: '5 <img src=x>: <b>x</b>' }
  expect((await site.post(`${path}/new`, sent, { as: wren })).status).toBe(303)
  const page = await html(site.get(`/meetings/${await last(site)}`))
  expect(page).toContain(`<h1 dir="auto">${name}</h1>`)
  expect(page).not.toMatch(/<script>alert|<img src=x|<b>x/)
  const flood = await site.post(`${path}/new`, { ...walk, notes: 'n'.repeat(5_000_000) }, { as: wren })
  expect(flood.status).toBeOneOf([413, 422])
})
