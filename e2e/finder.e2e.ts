import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { streetsFile } from '../src/meetings/testing/streets.ts'
import { expectAccessible } from './axe.ts'
import { newPerson, type Person, useStage, zoneInDaytime } from './browsing.ts'
import { withFeed } from './dataFolder.ts'

const stage = useStage({ MAP_TILES: 'streets.pmtiles' }, (dataDir) =>
  withFeed(dataDir, 'e2e/fixtures/philadelphia.json'),
)

interface Row {
  name: string
  at: string
  said: string
  about: string
}

function rowsOf({ page }: Person): Promise<Row[]> {
  return page.locator('.meeting-row').evaluateAll((rows) =>
    rows.map((row) => ({
      name: row.querySelector('.meeting-name a')?.textContent ?? '',
      at: row.querySelector('time')?.getAttribute('datetime') ?? '',
      said: row.querySelector('time')?.textContent ?? '',
      about: row.querySelector('.meeting-about')?.textContent ?? '',
    })),
  )
}

function clockIn(zone: string, at: string): string {
  const wall = Temporal.Instant.from(at).toZonedDateTimeISO(zone)
  return wall.toLocaleString('en', { hour: 'numeric', minute: '2-digit' })
}

describe.each([{ javaScript: true }, { javaScript: false }])('javaScript: $javaScript', ({ javaScript }) => {
  test('somebody far away finds tonight’s online meeting, by their own clock', async () => {
    // Clocks that are off by parts of an hour; in one of these places the day still has meetings.
    const zone = zoneInDaytime(['Asia/Kathmandu', 'America/St_Johns', 'Australia/Adelaide'])
    const person = await newPerson(stage, { javaScript, zone })
    const { page } = person
    await person.open('/meetings')
    await page.getByText('We do not know your time zone').waitFor()
    await expectAccessible(person, javaScript)
    await page.getByRole('link', { name: 'Online today' }).click()
    await page.waitForURL(/how=online/)

    if (javaScript) await page.getByRole('link', { name: /Use this device’s time zone/ }).click()
    else {
      await person.press('Show your time')
      await expectAccessible(person, javaScript)
      await page.selectOption('[name=choose]', zone)
      await person.press('Show times so')
    }
    await page.getByText('Times are shown in').waitFor()
    const rows = await rowsOf(person)
    expect(rows.length).toBeGreaterThan(0)
    for (const { at, said, about } of rows) {
      expect(said).toBe(clockIn(zone, at))
      expect(about).toMatch(/Online/)
    }

    await page.locator('.meeting-name a').first().click()
    await page.getByText('by your clock').first().waitFor()
    await expectAccessible(person, javaScript)
    expect(await page.locator('.next-time').innerText()).toContain('Eastern Time (New York)')
    expect(await page.getByRole('link', { name: 'Open the online meeting' }).count()).toBe(1)
    await person.context.close()
  })

  test('a person in Philadelphia finds a meeting within 5 km on foot on Sunday morning', async () => {
    const zone = 'America/New_York'
    const person = await newPerson(stage, { javaScript, zone })
    const { page, context } = person
    await context.grantPermissions(['geolocation'], { origin: stage.site.url })
    await context.setGeolocation({ latitude: 39.952_61, longitude: -75.191_23 })
    await person.open(`/meetings/near?zone=${zone}`)
    await expectAccessible(person, javaScript)
    await page.selectOption('[name=km]', '5')
    if (javaScript) await person.press('Use this device’s position')
    else {
      await page.fill('[name=near]', '19104')
      await person.press('Find meetings')
    }
    await page.waitForURL(javaScript ? /at=39\.95,-75\.19/ : /near=19104/)

    await page.locator('.finder-more > summary').click()
    await page.locator('[name=day][value="7"]').check()
    await page.selectOption('[name=part]', 'morning')
    await person.follow(page.locator('.finder-form button').first())
    expect(page.url()).toContain('part=morning')
    await page.getByRole('link', { name: 'Remove: Sunday' }).waitFor()
    await expectAccessible(person, javaScript)
    const rows = await rowsOf(person)
    expect(new Set(rows.map(({ name }) => name))).toEqual(new Set(['Invented Sunday Sunrise']))
    expect(rows[0]?.about).toMatch(/In person.* [0-4]\.\d km away/)
    expect(rows[0]?.said).toBe('9:00 AM')

    for (const look of ['Week', 'Map', 'Print']) {
      await person.follow(page.getByRole('link', { name: look, exact: true }))
      expect(page.url()).toContain(look.toLowerCase())
      await expectAccessible(person, javaScript)
    }
    await page.locator('.booklet').getByText('Invented Sunday Sunrise').waitFor()
    await person.context.close()
  })
})

/** The colours that stand for much in a picture of the map: everywhere ground, or ground and sea. */
async function coloursOfMap({ page }: Person): Promise<number> {
  const picture = await page.locator('.map-live canvas').screenshot()
  return await page.evaluate(
    async (bytes) => {
      const bitmap = await createImageBitmap(new Blob([new Uint8Array(bytes)]))
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')
      canvas?.drawImage(bitmap, 0, 0)
      const pixels = new Uint32Array(
        canvas?.getImageData(0, 0, bitmap.width, bitmap.height).data.buffer ?? [],
      )
      const counts = new Map<number, number>()
      for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1)
      return [...counts.values()].filter((count) => count > pixels.length / 10).length
    },
    [...picture],
  )
}

async function openMovingMap(): Promise<Person> {
  const person = await newPerson(stage, { javaScript: true, width: 1000 })
  await person.open('/meetings/map?map=2/40/-70')
  await person.page.getByRole('button', { name: 'A map that can be moved' }).click()
  await person.page.locator('.map-zoom').waitFor()
  await person.page.locator('.map-bubble').first().waitFor()
  return person
}

test('the moving map draws the operator’s streets, and coasts alone where they cannot be read', async () => {
  const path = join(stage.site.dataDir, 'streets.pmtiles')
  writeFileSync(path, streetsFile('© <a href="https://surveyors.example">Invented Surveyors</a>'))
  const person = await openMovingMap()
  await person.page.getByText('© Invented Surveyors').waitFor()
  await expectAccessible(person, true)
  expect(await coloursOfMap(person), 'ground from edge to edge').toBe(1)
  await person.context.close()

  rmSync(path)
  const later = await openMovingMap()
  await later.page.getByText('It shows coasts and borders instead').waitFor()
  expect(await coloursOfMap(later), 'ground and sea').toBe(2)
  await later.context.close()
})
