import { describe, expect, test } from 'vitest'
import { beginJournal, callWorker, dumpBrowser, reachWorkers } from '../tools/app/sealedJournal.ts'
import { expectAccessible } from './axe.ts'
import { newPerson, patienceMs, useStage } from './browsing.ts'

const stage = useStage()

/** At three in the morning: one question, one tap, and something begins. */
describe.each([{ javaScript: true }, { javaScript: false }])('javaScript: $javaScript', ({ javaScript }) => {
  test('somebody who cannot sleep has something to do after one tap', async () => {
    const person = await newPerson(stage, { javaScript })
    const { page } = person
    // The technique runs by a clock that is moved on from here.
    if (javaScript) await page.clock.install()
    await person.open('/now')
    await page
      .getByRole('link', { name: 'Can’t sleep' })
      .or(page.getByRole('button', { name: 'Can’t sleep' }))
      .click()
    await page.locator('.steps').waitFor()
    await expectAccessible(person, javaScript)

    expect(await page.locator('.steps li').count()).toBeGreaterThan(3)
    expect(await page.locator('.guided').isVisible()).toBe(javaScript)
    if (javaScript) {
      const said = async () => {
        await page.clock.runFor(500)
        return page.locator('.guided-say').innerText()
      }
      await expect.poll(said, { timeout: patienceMs, interval: 10 }).toBe('And slowly out')
      await page.getByRole('button', { name: 'Pause' }).click()
      const paused = await page.locator('.guided-time').innerText()
      await page.clock.runFor(5000)
      expect(await page.locator('.guided-time').innerText()).toBe(paused)
      await page.getByRole('button', { name: 'Go on' }).click()
      await expect.poll(said, { timeout: patienceMs, interval: 10 }).toBe('In')
    }
    await page.context().close()
  })

  test('somebody frightened by their thoughts sees a number without scrolling', async () => {
    const person = await newPerson(stage, { javaScript })
    const { page } = person
    await person.open('/now')
    const door = await page.locator('a.thoughts').boundingBox()
    expect((door?.y ?? 9999) + (door?.height ?? 0)).toBeLessThan(740)
    await person.press('Frightened by my thoughts')
    await expectAccessible(person, javaScript)
    const call = await page.locator('a[href="tel:911"]').boundingBox()
    expect((call?.y ?? 9999) + (call?.height ?? 0)).toBeLessThan(740)
    expect(call?.height).toBeGreaterThanOrEqual(44)

    await page.selectOption('[name=country]', 'de')
    await person.press('Show numbers')
    expect(await page.locator('a[href="tel:08001110111"]').count()).toBe(1)
    await page.context().close()
  })
})

test('with reduced motion nothing grows or shrinks, and the words still come', async () => {
  const person = await newPerson(stage, { javaScript: true })
  const { page } = person
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await person.open('/now/panic')
  const widthOf = async () => (await page.locator('.guided-shape').boundingBox())?.width
  const before = await widthOf()
  await page.locator('.guided-say', { hasText: 'In through the nose' }).waitFor()
  await page.locator('.guided-say', { hasText: 'Slowly out' }).waitFor()
  expect(await widthOf()).toBe(before)
  await page.context().close()
})

test('how strong it was before and after is forgotten without a journal, and sealed with one', async () => {
  const person = await newPerson(stage, { javaScript: true })
  const { page, context } = person
  await reachWorkers(context)
  const tap = async () => {
    await person.open('/now/panic')
    await page.locator('[data-rate-before]').getByRole('button', { name: 'strong' }).click()
    await page.locator('[data-rate]').getByRole('button', { name: 'a little' }).click()
    await page.getByText('Before: strong. Now: a little.').waitFor()
  }
  await tap()
  await page.getByText('This is kept nowhere').first().waitFor()
  await expectAccessible(person, true)
  expect(await page.evaluate(() => indexedDB.databases())).toEqual([])

  await beginJournal(page)
  await tap()
  const keep = page.getByRole('button', { name: 'Keep it in my journal' })
  const kept = page.getByText('Kept in your journal')
  await keep.click()
  await kept.waitFor()

  // Locked: the PIN is asked for here, and nothing waits anywhere in the meantime.
  await page.goto('/journal/devices')
  await callWorker(page, 'setPin', '2580')
  await callWorker(page, 'lock')
  await tap()
  await keep.click()
  await page.getByLabel('PIN').waitFor()
  await expectAccessible(person, true)
  await page.getByLabel('PIN').fill('1111')
  await page.getByRole('button', { name: 'Open and keep it' }).click()
  await page.getByText('Tries left: 9').waitFor()
  await page.getByLabel('PIN').fill('2580')
  await page.getByRole('button', { name: 'Open and keep it' }).click()
  await kept.waitFor()
  // The kept pages name every technique; what is written down is another thing.
  expect(/cyclic|anxiety/.test(await dumpBrowser(page, false))).toBe(false)
  await person.open('/journal/ease')
  await page.getByText('Cyclic sighing. Anxiety: strong → a little').nth(1).waitFor()
  await context.close()
})

test('a session shows one technique at a time, and goes on by itself where that is wanted', async () => {
  const person = await newPerson(stage, { javaScript: true })
  const { page } = person
  await page.clock.install()
  await person.open('/toolkit/sessions/before-a-meeting')
  const first = page.locator('#step-1')
  const second = page.locator('#step-2')
  await second.waitFor({ state: 'hidden' })
  await expectAccessible(person, true)
  await first.getByRole('link', { name: 'Next' }).click()
  await second.waitFor()
  expect(await first.isVisible()).toBe(false)
  await page.goBack()
  await first.waitFor()

  await page.getByLabel('Go on by itself').check()
  await first.getByRole('button', { name: 'Start' }).click()
  await page.clock.fastForward('10:00')
  await page.locator('[data-session-say]', { hasText: 'In a moment' }).waitFor()
  await page.clock.fastForward('00:09')
  await second.locator('.guided.running').waitFor()
  expect(await first.isVisible()).toBe(false)

  // One that nobody is led through has its time by the clock; whoever stays is left alone, and can still go on.
  await page.clock.fastForward('10:00')
  await page.getByRole('button', { name: 'Go on now' }).click()
  const third = page.locator('#step-3')
  await third.waitFor()
  await page.getByText(/[45]:\d\d, then it goes on/).waitFor()
  await expectAccessible(person, true)
  await page.getByRole('button', { name: 'Stay here' }).click()
  await page.clock.fastForward('30:00')
  expect(await third.isVisible()).toBe(true)
  expect(await page.getByRole('button', { name: 'Stay here' }).isVisible()).toBe(false)
  await page.getByLabel('Go on by itself').uncheck()
  await page.getByLabel('Go on by itself').check()
  await page.clock.fastForward('05:01')
  await page.clock.fastForward('00:09')
  await page.getByRole('heading', { name: 'That was it.' }).waitFor()
  await page.context().close()
})

test('without a script a session is followed from link to link', async () => {
  const person = await newPerson(stage, { javaScript: false })
  await person.open('/toolkit')
  await person.press('An evening routine')
  await expectAccessible(person, false)
  await person.page.locator('#step-1').getByRole('link', { name: 'Next' }).click()
  await person.page.waitForURL(/#step-2$/)
  expect(await person.page.locator('.steps').count()).toBe(4)
  await person.page.context().close()
})
