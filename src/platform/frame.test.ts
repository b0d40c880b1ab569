import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { asSlots, Frame, pieceMark, slots } from './frame.ts'
import { GzipPart } from './gzipParts.ts'

const member = {
  id: '12',
  handle: 'A&B "<',
  role: 'member',
  zone: null,
  sessionId: '7',
  hasNews: false,
} as const

const values = {
  token: () => 'masked',
  once: () => 'fresh',
  id: () => member.id,
  handle: () => member.handle,
  sessionId: () => member.sessionId,
  words: () => '"</title>&',
}

test('a frame is each member’s own page, compressed and in plain', () => {
  const piece = new GzipPart('<p>What people wrote</p>', 'often')
  const { handle, id } = asSlots(member)
  const frame = new Frame(
    `<b>${handle}</b>${pieceMark}<form data-keep="${id} 3"><input value="${slots.token}"><input value="${slots.once}"><input value="${slots.words}"></form>`,
  )
  const whole =
    '<b>A&amp;B &quot;&lt;</b><p>What people wrote</p><form data-keep="12 3"><input value="masked"><input value="fresh"><input value="&quot;&lt;/title&gt;&amp;"></form>'
  expect(gunzipSync(frame.gzip(piece, values)).toString()).toBe(whole)
  expect(frame.text(piece, values)).toBe(whole)
})

test('somebody in slots may what they may, and is nobody', () => {
  const nobody = asSlots(member)
  expect(nobody).toMatchObject({ role: 'member', hasNews: false })
  for (const value of [nobody.id, nobody.handle, nobody.sessionId])
    expect(Object.values(slots)).toContain(value)
})
