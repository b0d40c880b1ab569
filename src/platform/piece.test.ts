import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { pieceMark } from './frame.ts'
import { Piece } from './piece.ts'

test.each(['', 'a', 'Words with “quotes” and 🍂.\n'.repeat(2000), '$& $1 <!--piece-->'])(
  'a page is the same with its piece in it, plain and compressed',
  (html) => {
    const piece = new Piece(html)
    const page = `<p>Before’s</p>${pieceMark}<p>after</p>`
    const whole = `<p>Before’s</p>${html}<p>after</p>`
    expect(piece.within(page)).toBe(whole)
    // The second time it is put together from what was compressed before.
    for (let i = 0; i < 2; i++) expect(gunzipSync(piece.gzipWithin(page)).toString()).toBe(whole)
    expect(piece.within(page)).toBe(whole)
  },
)

test('the few frames that were asked for last are kept', () => {
  const { frames } = new Piece('words')
  const drawn: string[] = []
  const ask = (key: string) =>
    frames.frame(key, () => {
      drawn.push(key)
      return key
    })
  const first = ask('a')
  for (const key of ['b', 'c', 'a', 'd']) ask(key)
  expect(ask('a')).toBe(first)
  ask('b')
  expect(drawn).toEqual(['a', 'b', 'c', 'd', 'b'])
})
