import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { expectAccessible } from './axe.ts'
import { newPerson, type Person, useStage } from './browsing.ts'
import { feedFile, withFeed } from './dataFolder.ts'

const stage = useStage({}, withFeed)
const zone = 'America/New_York'

interface Listed {
  name: string
  group?: string
  time: string
}

/** From "I am on day 3 and cannot sleep" to a place in a group and an answered post. */
describe.each([{ javaScript: true }, { javaScript: false }])('javaScript: $javaScript', ({ javaScript }) => {
  test('a person on day 3 finds where they are, a group that fits, and an answer', async () => {
    const check = (person: Person) => expectAccessible(person, javaScript)
    const wren = await newPerson(stage, { javaScript, zone })
    const { page } = wren
    await wren.open('/')
    await check(wren)

    await wren.follow(page.locator('main a[href="/check-in"]:visible').first())
    await check(wren)
    await pick(wren, 'danger', 'none')
    await pick(wren, 'kind', 'leaf')
    await pick(wren, 'goal', 'stopping')
    await page.fill('[name=last_dose]', '3')
    await pick(wren, 'last_dose_unit', 'days')
    await pick(wren, 'symptom_insomnia', '3')
    await pick(wren, 'symptom_restlessness', '3')
    await page.locator('form.checkin button.primary').first().click()
    await page.getByRole('heading', { level: 1, name: /Day 3/ }).waitFor()
    expect(await page.locator('.notice.danger').count()).toBe(0)
    expect(await page.locator('main').innerText()).toMatch(/Restless-legs routine/)
    expect(page.url()).toMatch(/\/check-in$/)
    await check(wren)

    await wren.press('Find the group that fits me')
    expect(page.url()).toContain('/groups/fit?purpose=stop')
    await check(wren)
    await pick(wren, 'like', 'twelve_step')
    await page.fill('[name=town]', 'Philadelphia')
    await pick(wren, 'free', 'weekday_evening')
    await page.selectOption('[name=zone]', zone)
    await wren.follow(
      page.locator('.fit-form button.primary, form[action="/groups/fit"] button.primary').last(),
    )
    await page.getByText('in your evenings').first().waitFor()
    await check(wren)

    const name = await openFirstGroup(wren)
    await check(wren)
    await expectLocalTimes(wren, name)

    await wren.press('Join this group')
    await wren.press(/^Join$/)
    await join(wren, `wren-${javaScript ? 'js' : 'plain'}`, check)
    await agreeAndJoin(wren)
    await check(wren)

    await page.locator('main a[href^="/forum/new"]').first().click()
    await page.locator('[name=title]').waitFor()
    await check(wren)
    const title = `Third night ${javaScript ? 'with' : 'without'} scripts`
    await page.fill('[name=title]', title)
    await page.fill('[name=body]', 'I cannot sleep and my legs will not rest.')
    await page.locator('main form button.primary').first().click()
    await page.getByRole('heading', { level: 1, name: title }).waitFor()
    await check(wren)

    const robin = await newPerson(stage, { javaScript, zone: 'Europe/Berlin', width: 1180 })
    await robin.open('/')
    await robin.page.getByRole('link', { name: title }).first().click()
    await robin.page.getByRole('heading', { level: 1, name: title }).waitFor()
    await check(robin)
    await robin.open(`/join?next=${encodeURIComponent(new URL(page.url()).pathname)}`)
    await join(robin, `robin-${javaScript ? 'js' : 'plain'}`, check)
    await joinGroupOf(robin, title)
    await robin.page.fill('[name=body]', 'Warm bath, then a slow walk along the hall. You are not alone.')
    await robin.page.locator('form[action*="/replies"] button.primary').click()
    await robin.page.getByText('You are not alone.').waitFor()
    await check(robin)

    if (!javaScript) await page.reload()
    await page.getByText('You are not alone.').waitFor()
    await check(wren)
    await wren.open('/account')
    await check(wren)
    await robin.context.close()
    await wren.context.close()
  })
})

async function pick({ page }: Person, name: string, value: string): Promise<void> {
  await page.locator(`[name="${name}"][value="${value}"]`).check()
}

async function openFirstGroup({ page }: Person): Promise<string> {
  const link = page.locator('main h2 a[href^="/groups/"]').first()
  const name = (await link.innerText()).trim()
  await link.click()
  await page.getByRole('heading', { level: 1, name }).waitFor()
  return name
}

/** Each time on the group's page is one that the list gives for this group, in the group's own zone. */
async function expectLocalTimes({ page }: Person, name: string): Promise<void> {
  const listed = (JSON.parse(readFileSync(feedFile, 'utf8')) as Listed[]).filter(
    (record) => (record.group || record.name).trim() === name || record.name.trim() === name,
  )
  const starts = new Set(listed.map(({ time }) => time))
  const shown = await page
    .locator('.meeting-row time')
    .evaluateAll((times) =>
      times.map((time) => ({ at: time.getAttribute('datetime') ?? '', text: time.textContent ?? '' })),
    )
  expect(shown.length).toBeGreaterThan(0)
  for (const { at, text } of shown) {
    const local = Temporal.Instant.from(at).toZonedDateTimeISO(zone)
    const clock = local.toPlainTime().toString({ smallestUnit: 'minute' })
    expect([...starts], `${name} at ${at}`).toContain(clock)
    expect(text).toBe(local.toLocaleString('en', { hour: 'numeric', minute: '2-digit' }))
  }
}

async function join(person: Person, handle: string, check: (person: Person) => Promise<void>): Promise<void> {
  const { page } = person
  await check(person)
  await page.fill('[name=handle]', handle)
  await page.fill('[name=passphrase]', 'seven quiet herons cross the cold river')
  await page.locator('main form').getByRole('button', { name: 'Join', exact: true }).last().click()
  await page.getByRole('heading', { level: 1, name: 'Keep your recovery code' }).waitFor()
  await check(person)
  await person.press('I have kept it, go on')
}

/** Writing in a group's space is for those who belong to it. */
async function joinGroupOf(person: Person, title: string): Promise<void> {
  const { page } = person
  await person.follow(page.locator('main a[href^="/groups/"]').first())
  await person.press('Join this group')
  await agreeAndJoin(person)
  await person.open('/forum')
  await page.getByRole('link', { name: title }).first().click()
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
}

async function agreeAndJoin({ page }: Person): Promise<void> {
  await page.getByRole('heading', { level: 1, name: /^Join / }).waitFor()
  await page.locator('main form button.primary').click()
  await page.waitForURL(/\/groups\/[^/?]+(\?|$)/)
}
