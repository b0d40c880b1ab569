import { describe, expect } from 'vitest'
import { postReply, postTopic, read } from '../testing/posting.ts'
import { test } from '../testing/site.ts'

/** The button at a post: the form it belongs to opens this address. */
const button = (reply: string) =>
  new RegExp(`<button[^>]*form="worry"[^>]*value="${reply}"[^>]*>I’m worried about this person</button>`)

describe('I’m worried about this person', () => {
  test('stands at every post, and one press leads to the report with it chosen', async ({ site }) => {
    const wren = await site.member('wren')
    const finch = await site.member('finch')
    const topic = await postTopic(site, wren)
    const id = topic.split('/').at(-1) ?? ''
    const reply = /reply-(\d+)/.exec(await postReply(site, wren, topic, 'It is night again.'))?.[1] ?? ''
    for (const reader of [undefined, finch]) {
      const page = await read(site, topic, reader)
      expect(page).toMatch(button('0'))
      expect(page).toMatch(button(reply))
      expect(page).toMatch(/<form[^>]*action="\/moderation\/report" method="get" id="worry"/)
    }
    for (const which of ['0', reply]) {
      const asked = await read(site, `/moderation/report?topic=${id}&about=worried&reply=${which}`, finch)
      expect(asked).toMatch(/value="worried"[^>]*checked/)
      expect(asked).toContain(which === '0' ? 'My legs will not stop.' : 'It is night again.')
      expect(asked).toContain('Answer them, kindly and soon.')
    }
    // Nobody is there any more to be worried about.
    await site.db`update replies set author_id = null where id = ${reply}`
    site.pages.clear()
    expect(await read(site, topic, finch)).not.toMatch(button(reply))
  })

  test('said of oneself, leads to people to talk to', async ({ site }) => {
    const wren = await site.member('wren')
    const id = (await postTopic(site, wren)).split('/').at(-1)
    const asked = await site.get(`/moderation/report?topic=${id}&about=worried&reply=0`, { as: wren })
    expect(asked.status).toBe(303)
    expect(asked.headers.get('location')).toBe('/help')
  })

  test('twenty posts stay a small page', async ({ site }) => {
    const wren = await site.member('wren')
    const topic = await postTopic(site, wren)
    for (let n = 1; n < 20; n++)
      await postReply(site, wren, topic, `Answer ${n}: I walked to the river and back, and slept ${n} hours.`)
    const answer = await site.get(topic, { headers: { 'accept-encoding': 'br' } })
    const bytes = (await answer.arrayBuffer()).byteLength
    expect(bytes).toBeLessThan(7_000)
  })
})
