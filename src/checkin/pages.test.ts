import { describe, expect } from 'vitest'
import type { Database } from '../platform/database/index.ts'
import { unmarkedTexts } from '../testing/sentences.ts'
import { openSite, test } from '../testing/site.ts'
import { leastBody } from './testing/answers.ts'

const day3 = {
  ...leastBody,
  last_dose: '3',
  last_dose_unit: 'days',
  symptom_insomnia: '4',
  symptom_restlessness: '3',
}

describe('the form', () => {
  test('is there for everybody, sets no cookie and answers nothing by itself', async ({ site }) => {
    const answer = await site.get('/check-in')
    expect(answer.status).toBe(200)
    expect(answer.headers.get('set-cookie')).toBeNull()
    const html = await answer.text()
    expect(html).toContain('1 of 5')
    expect(html).not.toMatch(/<input[^>]*name="danger"[^>]*checked/)
    expect(html.indexOf('value="none"')).toBeLessThan(html.indexOf('value="suicide"'))
  })

  test('sent empty, it names the three questions and links to them', async ({ site }) => {
    const answer = await site.post('/check-in', {})
    expect(answer.status).toBe(422)
    const html = await answer.text()
    for (const field of ['danger', 'kind', 'goal']) {
      expect(html).toContain(`href="#${field}"`)
      expect(html).toContain(`id="${field}-mistake"`)
    }
  })
})

describe('absurd numbers', () => {
  for (const typed of ['-1', '1e9', 'abc', '٣', '<b>']) {
    test(`${typed} is refused with a sentence, and kept as typed`, async ({ site }) => {
      const body = {
        ...leastBody,
        last_dose: typed,
        last_dose_unit: 'days',
        doses: typed,
        other_alcohol_days: typed,
      }
      const answer = await site.post('/check-in', body)
      expect(answer.status).toBe(422)
      const html = await answer.text()
      expect(html).toContain('Write a number from 0 to 3650')
      expect(html).toContain('Write a whole number from 0 to 100')
      expect(html).toContain('Write a number of days from 0 to 365')
      const shown = typed.replace('<', '&lt;')
      expect(html.match(new RegExp(`value="${shown}"`, 'g'))).toHaveLength(3)
      expect(html).toMatch(/name="kind" value="leaf" checked/)
    })
  }

  test('a huge input is refused, at the latest by its size', async ({ site }) => {
    expect((await site.post('/check-in', { ...leastBody, doses: '9'.repeat(100_000) })).status).toBe(422)
    expect((await site.post('/check-in', { ...leastBody, doses: '9'.repeat(300_000) })).status).toBe(413)
  })
})

describe('the answer', () => {
  test('day 3 with insomnia and restlessness: where they are, drawn and in words', async ({ site }) => {
    const answer = await site.post('/check-in', day3)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(answer.headers.get('set-cookie')).toBeNull()
    const html = await answer.text()
    expect(html).toContain('Day 3. For many people this is the steep part.')
    expect(html).toContain('<svg')
    expect(html).toContain('Your own point is marked at day 3.')
    expect(html).toContain('Typical range, people differ.')
    expect(html).toContain('12 to 48 hours after the last dose')
    expect(html).toContain('What may help: sleep and restless legs')
    expect(html).toContain('href="/toolkit/restless-legs"')
    expect(html).toContain('Starting soon')
    expect(html).not.toContain('Emergency: call now')
  })

  for (const [sign, heading] of [
    ['suicide', 'You are thinking about ending your life'],
    ['seizure_chest', 'A seizure, fainting, chest pain'],
    ['confusion', 'Confusion, extreme agitation'],
    ['not_waking', 'Somebody cannot be woken'],
  ] as const) {
    test(`the emergency "${sign}" stands before everything else`, async ({ site }) => {
      const html = await (await site.post('/check-in', { ...day3, danger: ['none', sign] })).text()
      expect(html).toContain('<h1>This needs help now.</h1>')
      const place = html.indexOf(heading)
      expect(place).toBeGreaterThan(html.indexOf('Emergency: call now'))
      expect(place).toBeLessThan(html.indexOf('<svg class="band'))
      expect(html).toContain('nobody has been called')
    })
  }

  test('what is for today leads the page, and the course says where they are further down', async ({
    site,
  }) => {
    const html = await (await site.post('/check-in', { ...day3, other: 'alcohol' })).text()
    expect(html).toContain('<h1>This needs a doctor today.</h1>')
    const where = html.indexOf('For many people this is the steep part.')
    expect(where).toBeGreaterThan(html.indexOf('Do not stop these suddenly'))
    expect(html).toContain('First see to what is for today')
  })

  test('hallucinations are an emergency although "none of these" was tapped', async ({ site }) => {
    const html = await (await site.post('/check-in', { ...day3, symptom_hallucinations: '1' })).text()
    expect(html).toContain('Emergency: call now')
  })

  test('cutting down gets no point and is told why', async ({ site }) => {
    const html = await (
      await site.post('/check-in', { ...day3, goal: 'cutting_down', taper: 'stuck' })
    ).text()
    expect(html).toContain('Nobody has measured a day-by-day course of cutting down')
    expect(html).toContain('Stuck, or back up a step, undoes nothing.')
    expect(html).not.toContain('class="band-point"')
  })

  test('somebody under 18 is led to lines and adults they trust, not into groups for adults', async ({
    site,
  }) => {
    const html = await (await site.post('/check-in', { ...day3, age: 'under_18', country: 'us' })).text()
    expect(html).toContain('href="tel:988"')
    expect(html).not.toContain('Find the group that fits me')
  })

  test('no address of the page carries an answer about health', async ({ site }) => {
    const html = await (
      await site.post('/check-in', { ...day3, other: 'alcohol', condition: 'liver' })
    ).text()
    const addresses = [...html.matchAll(/(?:href|action)="([^"]*)"/g)].map((match) => match[1] ?? '')
    expect(addresses.filter((address) => /[?&](?!country=)/.test(address))).toEqual([])
    expect(html).toContain('<input type="hidden" name="purpose" value="stop"/>')
  })
})

describe('when the database is down', () => {
  test('the emergency is shown with its numbers all the same', async () => {
    const down = (() => {
      throw new Error('the database is down')
    }) as unknown as Database
    const site = openSite(down, { LOG_LEVEL: 'silent' })
    const answer = await site.post('/check-in', { ...day3, danger: 'suicide', country: 'us' })
    expect(answer.status).toBe(200)
    const html = await answer.text()
    expect(html).toContain('Emergency: call now')
    expect(html).toContain('href="tel:988"')
    expect(html).toContain('We could not look for meetings and groups just now.')
  })
})

describe('numbers', () => {
  test('those of the chosen country, emergency and crisis line', async ({ site }) => {
    const html = await (await site.post('/check-in', { ...day3, danger: 'suicide', country: 'gb' })).text()
    expect(html).toContain('href="tel:999"')
    expect(html).toContain('href="tel:116123"')
    expect(html).not.toContain('href="tel:911"')
  })

  test('without a country, the emergency numbers of all of them and the international directory', async ({
    site,
  }) => {
    const html = await (await site.post('/check-in', { ...day3, danger: 'suicide' })).text()
    for (const number of ['911', '999', '112']) expect(html).toContain(`href="tel:${number}"`)
    expect(html).toContain('findahelpline.com')
  })

  test('without a country, thoughts of suicide still lead to a line of each country', async ({ site }) => {
    const html = await (await site.post('/check-in', { ...day3, danger: 'suicide' })).text()
    const lead = html.indexOf('Call or write to a crisis line now')
    for (const number of ['988', '116123', '131114', '15555']) {
      expect(html.indexOf(`href="tel:${number}"`), number).toBeGreaterThan(0)
      expect(html.indexOf(`href="tel:${number}"`), number).toBeLessThan(lead)
    }
    const body = await (await site.post('/check-in', { ...day3, danger: 'confusion' })).text()
    expect(body).not.toContain('href="tel:988"')
  })

  test('a country we have no list of is treated as none, not as a mistake', async ({ site }) => {
    const answer = await site.post('/check-in', { ...day3, danger: 'not_waking', country: 'zz' })
    expect(answer.status).toBe(200)
    expect(await answer.text()).toContain('href="tel:911"')
  })
})

describe('danger and mistakes together', () => {
  test('a slip elsewhere in the form does not hold back the emergency', async ({ site }) => {
    const answer = await site.post('/check-in', { danger: 'suicide', doses: 'abc' })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain('Emergency: call now')
    expect(html.indexOf('Emergency: call now')).toBeLessThan(html.indexOf('<form'))
  })
})

describe('changing the answers', () => {
  test('the form comes back as it was filled in, and without being told off', async ({ site }) => {
    const body = {
      ...day3,
      danger: ['none', 'fluids'],
      other: 'alcohol',
      other_alcohol_days: '2',
      doses: '7',
    }
    const result = await (await site.post('/check-in', body)).text()
    const hidden = [...result.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"\/>/g)]
    const carried: Record<string, string[]> = {}
    for (const [, name = '', value = ''] of hidden) carried[name] = [...(carried[name] ?? []), value]
    const answer = await site.post('/check-in/change', carried)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    const html = await answer.text()
    expect(html).toMatch(/name="danger" value="fluids" checked/)
    expect(html).toMatch(/name="other" value="alcohol" checked/)
    expect(html).toMatch(/name="symptom_insomnia" value="4" checked/)
    expect(html).toMatch(/name="doses" value="7"/)
    expect(html).not.toContain('class="mistake"')
  })

  test('its address alone leads to an empty form', async ({ site }) => {
    const answer = await site.get('/check-in/change')
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe('/check-in')
  })
})

describe('in another language', () => {
  const headers = { 'accept-language': 'en-XA' }
  const everything = {
    danger: ['suicide', 'seizure_chest', 'confusion', 'not_waking', 'fluids', 'yellow'],
    kind: 'several',
    goal: 'stopping',
    last_dose: '30',
    last_dose_unit: 'days',
    doses: '5',
    other: ['alcohol', 'benzodiazepines', 'opioids', 'gabapentinoids'],
    condition: ['pregnant', 'opioid_blocker', 'bipolar_psychosis', 'liver', 'after_break', 'risky_remedies'],
    age: 'under_18',
    symptom_aches: '4',
    symptom_paranoia: '4',
  }

  test('no sentence of the form, of its mistakes or of any answer bypasses the catalogue', async ({
    site,
  }) => {
    const pages = [
      await site.get('/check-in', { headers }),
      await site.post('/check-in', { danger: 'suicide', doses: 'abc', country: 'us' }, { headers }),
      await site.post('/check-in', { ...day3, country: 'de' }, { headers }),
      await site.post('/check-in', { ...day3, goal: 'cutting_down', taper: 'stuck' }, { headers }),
      await site.post('/check-in', everything, { headers }),
    ]
    for (const page of pages) expect(unmarkedTexts(await page.text())).toEqual([])
  })
})
