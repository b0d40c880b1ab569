import { describe, expect, test } from 'vitest'
import { expectAccessible, newPerson, useStage } from './browsing.ts'

const stage = useStage()

/** At three in the morning: one question, one tap, and something begins. */
describe.each([{ javaScript: true }, { javaScript: false }])('javaScript: $javaScript', ({ javaScript }) => {
  test('somebody who cannot sleep has something to do after one tap', async () => {
    const person = await newPerson(stage, { javaScript })
    const { page } = person
    await person.open('/now')
    await person.press('Can’t sleep')
    await expectAccessible(person, javaScript)

    expect(await page.locator('.steps li').count()).toBeGreaterThan(3)
    expect(await page.locator('.guided').isVisible()).toBe(javaScript)
    if (javaScript) {
      await page.locator('.guided-say', { hasText: 'And slowly out' }).waitFor()
      await page.getByRole('button', { name: 'Pause' }).click()
      const paused = await page.locator('.guided-time').innerText()
      await page.waitForTimeout(1500)
      expect(await page.locator('.guided-time').innerText()).toBe(paused)
      await page.getByRole('button', { name: 'Go on' }).click()
      await page.locator('.guided-say', { hasText: /^In$/ }).waitFor()
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
