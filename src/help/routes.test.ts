import { expect } from 'vitest'
import { test } from '../testing/site.ts'
import { countries } from './lines.ts'
import { linesToVerify } from './numbers.ts'

test('without a choice: the operator’s country, the emergency numbers of all, a chooser, the directory', async ({
  site,
}) => {
  const html = await (await site.get('/help')).text()
  for (const { emergency } of countries) expect(html).toContain(`href="tel:${emergency[0]}"`)
  expect(html).toContain('tel:988')
  expect(html).toContain('<select')
  expect(html).toContain('href="https://findahelpline.com"')
})

test('a guest’s zone stays while they choose a country', async ({ site }) => {
  const html = await (await site.get('/help?zone=Asia/Tokyo')).text()
  const form = /<form action="\/help" method="get".*?<\/form>/s.exec(html)?.[0]
  expect(form).toContain('<input type="hidden" name="zone" value="Asia/Tokyo"')
})

test('with a country: its emergency number first, then the lines to tap', async ({ site }) => {
  const html = await (await site.get('/help?country=us')).text()
  const at = ['tel:911', 'tel:988', 'tel:18006624357', 'tel:18002221222', 'findahelpline.com'].map((text) =>
    html.indexOf(text),
  )
  expect(at[0]).toBeGreaterThan(0)
  expect(at).toEqual([...at].sort((a, b) => a - b))
  expect(html).toContain('sms:988')
  expect(html).toContain('Day and night')
  expect(html).toContain('English, Spanish')
  expect(html).not.toContain('tel:999')
})

test('a line that nobody has called yet carries a mark and its source', async ({ site }) => {
  const html = await (await site.get('/help?country=nz')).text()
  expect(html).toContain('Not yet checked by us')
  expect(html).toContain('Found in:')
  expect(html).toContain('Cost not known to us')
})

test('a number without a source is not shown, and the operator is told', async ({ site }) => {
  expect(await (await site.get('/help?country=id')).text()).not.toContain('tel:184')
  const told = linesToVerify(site.now())
  expect(told.find(({ line }) => line.number === '184')?.standing).toBe('unsourced')
  expect(told.length).toBeGreaterThanOrEqual(20)
})

test('every country works, by any of its codes and in any case', async ({ site }) => {
  for (const { code, also, emergency } of countries) {
    for (const asked of [code, code.toUpperCase(), ...also]) {
      const answer = await site.get(`/help?country=${asked}`)
      expect(answer.status, asked).toBe(200)
      expect(await answer.text(), asked).toContain(`class="help-call now" href="tel:${emergency[0]}"`)
    }
  }
})

test('an unknown country still gets the emergency numbers and the directory, and a sentence', async ({
  site,
}) => {
  for (const asked of ['zz', 'usa', '%00', '%FF', '<script>', '__proto__', 'x'.repeat(5000)]) {
    const answer = await site.get(`/help?country=${asked}`)
    const html = await answer.text()
    expect(answer.status, asked).toBe(200)
    expect(html).toContain('We have no list for that country yet')
    expect(html).toContain('tel:112')
    expect(html).toContain('findahelpline.com')
  }
})

test('the page makes no request of its own to anybody', async ({ site }) => {
  const html = await (await site.get('/help?country=de')).text()
  expect(html).not.toMatch(/(?:src|action)="https?:/)
  expect(html.match(/<link[^>]+href="https?:/)).toBeNull()
})

test('the danger signs lead to the guide', async ({ site }) => {
  expect(await (await site.get('/help')).text()).toContain('href="/guide/when-to-see-a-doctor"')
})
