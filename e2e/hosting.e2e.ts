import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { expectAccessible } from './axe.ts'
import { newPerson, type Person, useStage } from './browsing.ts'

const stage = useStage()
const zone = 'America/New_York'

/** A host makes a monthly nature walk and cancels one date; who planned to come hears of it, and so does a calendar. */
describe.each([{ javaScript: true }, { javaScript: false }])('javaScript: $javaScript', ({ javaScript }) => {
  test('a monthly walk, one date of it cancelled', async () => {
    const check = (person: Person) => expectAccessible(person, javaScript)
    const name = `Riverside walk ${javaScript ? 'with' : 'without'} scripts`
    const wren = await newPerson(stage, { javaScript, zone })
    const { page } = wren
    await join(wren, `wren-${javaScript ? 'js' : 'plain'}`, '/groups/new?kind=holistic')
    await page.fill('[name=name]', `Walkers ${javaScript ? 'one' : 'two'}`)
    await tick(wren, 'practices', 'walk')
    await tick(wren, 'way', 'in_person')
    await page.fill('[name=place]', 'Philadelphia')
    await wren.press('Look at it first')
    await page.getByRole('heading', { name: 'This is what people will see' }).waitFor()
    await page.locator('form.new-group button.primary').last().click()

    await page.getByRole('heading', { level: 1, name: 'Add a meeting' }).waitFor()
    await check(wren)
    await page.fill('[name=name]', name)
    await page.selectOption('[name=format]', 'nature_walk')
    await wren.press('Fill in this plan')
    expect(await page.inputValue('[name=agenda]')).toContain('25 Silent walk')
    await tick(wren, 'repeat', 'month')
    await page.locator('[name=week][value="1"]').check()
    await page.selectOption('[name=weekday]', '6')
    await page.fill('[name=time]', '10:00')
    await page.selectOption('[name=zone]', zone)
    await page.fill('[name=meetingPoint]', 'The map board at the south gate.')
    await page.locator('form.host-form').getByRole('button', { name: 'Look at it first' }).last().click()
    await page.getByRole('heading', { name: 'This is what people will see' }).waitFor()
    expect(await page.locator('#preview').innerText()).toContain('Every first Saturday of the month')
    await check(wren)
    await page.getByRole('button', { name: 'Add this meeting' }).last().click()
    await page.getByRole('heading', { level: 1, name }).waitFor()
    const path = new URL(page.url()).pathname

    const okapi = await newPerson(stage, { javaScript, zone, width: 1180 })
    await okapi.open(path)
    await check(okapi)
    await join(okapi, `okapi-${javaScript ? 'js' : 'plain'}`, path)
    const date = (await okapi.page.locator('[name=plan]').first().getAttribute('value')) ?? ''
    await okapi.page.locator('[name=plan]').first().check()
    await okapi.follow(okapi.page.locator('#coming button.primary'))
    await okapi.page.locator('[name=plan]:checked').waitFor()
    await okapi.open('/meetings/mine')
    expect(await okapi.page.locator('main').innerText()).toContain(name)
    await check(okapi)

    await wren.press('Cancel or move one date')
    await check(wren)
    await wren.follow(page.locator(`a[href$="/dates/${date}"]`))
    await tick(wren, 'kind', 'cancelled')
    await page.fill('[name=note]', 'The river is over its banks.')
    await check(wren)
    await wren.press('Save')
    await page.getByText('Cancelled').first().waitFor()

    await okapi.open('/account/notices')
    await okapi.press(new RegExp(`${name}.*is cancelled`))
    await okapi.page.getByText('The river is over its banks.').waitFor()
    await check(okapi)
    expect(await cancelledDates(path)).toEqual([date])
    await wren.context.close()
    await okapi.context.close()
  })
})

async function tick({ page }: Person, name: string, value: string): Promise<void> {
  await page.locator(`[name="${name}"][value="${value}"]`).check()
}

async function join(person: Person, handle: string, next: string): Promise<void> {
  const { page } = person
  await person.open(`/join?next=${encodeURIComponent(next)}`)
  await page.fill('[name=handle]', handle)
  await page.fill('[name=passphrase]', 'seven quiet herons cross the cold river')
  await page.locator('main form').getByRole('button', { name: 'Join', exact: true }).last().click()
  await page.getByRole('heading', { level: 1, name: 'Keep your recovery code' }).waitFor()
  await person.press('I have kept it, go on')
}

/** As a calendar that subscribed to the meeting reads it: left out of the series, or said to be cancelled. */
async function cancelledDates(path: string): Promise<string[]> {
  const answer = await fetch(`${stage.site.url}${path}.ics`)
  expect(answer.status).toBe(200)
  const calendar = new ICAL.Component(ICAL.parse(await answer.text()) as [])
  const events = calendar.getAllSubcomponents('vevent')
  const left = events.flatMap((event) =>
    event.getAllProperties('exdate').flatMap((property) => property.getValues()),
  )
  const cancelled = events
    .filter((event) => event.getFirstPropertyValue('status') === 'CANCELLED')
    .map((event) => event.getFirstPropertyValue('recurrence-id') ?? event.getFirstPropertyValue('dtstart'))
  return [...new Set([...left, ...cancelled].map((time) => String(time).slice(0, 10)))]
}
