import { describe, expect, test } from 'vitest'
import { expectAccessible } from './axe.ts'
import { newPerson, type Person, useStage } from './browsing.ts'

const stage = useStage({ HOLD_FIRST_POSTS: 'yes' })

const passphrase = 'seven quiet herons cross the cold river'

async function join({ page, open, press }: Person, handle: string): Promise<void> {
  await open('/join')
  await page.fill('[name=handle]', handle)
  await page.fill('[name=passphrase]', passphrase)
  await page.locator('main form').getByRole('button', { name: 'Join', exact: true }).last().click()
  await page.getByRole('heading', { level: 1, name: 'Keep your recovery code' }).waitFor()
  await press('I have kept it, go on')
}

async function write({ page, open }: Person, title: string, body: string): Promise<void> {
  await open('/forum/new')
  await page.fill('[name=title]', title)
  await page.fill('[name=body]', body)
  await page.getByRole('button', { name: 'Post it', exact: true }).click()
}

/** What is said before words are sent, and what happens to them then. */
describe.each([{ javaScript: true }, { javaScript: false }])('javaScript: $javaScript', ({ javaScript }) => {
  const kind = javaScript ? 'js' : 'plain'

  test('words about buying are changed and sent, dark ones meet help and go through', async () => {
    const wren = await newPerson(stage, { javaScript })
    const { page } = wren
    const check = () => expectAccessible(wren, javaScript)
    await wren.open('/join')
    // Said before somebody decides, where there is no script.
    const before = await page.locator('main').innerText()
    expect(before.includes('A person will read your first two posts')).toBe(!javaScript)
    await check()
    await join(wren, `wren-${kind}`)
    await wren.open('/account/standing')
    await page.getByText('Write 5 posts a day.').waitFor()
    await check()

    await write(wren, `Rough day ${kind}`, 'It is loud in my head. Where can I buy kratom in Ohio?')
    await page.getByText('This reads like where to get it.').waitFor()
    expect(await page.locator('mark:visible').innerText()).toContain('Where can I buy kratom')
    expect(await page.inputValue('[name=body]')).toContain('It is loud in my head.')
    await check()
    await page.fill('[name=body]', 'It is loud in my head. I will not go to the shop.')
    await page.getByRole('button', { name: 'Post it', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: `Rough day ${kind}` }).waitFor()

    // Without a script nothing was proved at sign-up: the first two wait for a moderator, and say so.
    const robin = await newPerson(stage, { javaScript, width: 1180 })
    await robin.open('/forum')
    const listed = await robin.page.locator('main').innerText()
    expect(listed.includes(`Rough day ${kind}`)).toBe(javaScript)
    if (!javaScript) await page.getByText('wait for a moderator').first().waitFor()
    await check()

    await write(wren, `A dark night ${kind}`, 'I want to die. The nights do not end.')
    await page.getByText('carrying something very heavy').waitFor()
    expect(await page.locator('.before-help:visible a[href="/help"]').count()).toBe(1)
    await check()
    await page.getByRole('button', { name: 'Post anyway', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: `A dark night ${kind}` }).waitFor()
    await page.getByText('people will read them').waitFor()
    // Never kept from people by software, also where other first posts wait.
    await robin.open('/forum')
    expect(await robin.page.locator('main').innerText()).toContain(`A dark night ${kind}`)
    await check()

    await wren.open('/account/quiet')
    await check()
    await wren.open('/rules')
    await check()
    await robin.context.close()
    await wren.context.close()
  })
})
