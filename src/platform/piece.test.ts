import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { Piece, pieceMark } from './piece.ts'

test.each(['', 'a', 'Words with “quotes” and 🍂.\n'.repeat(2000), '$& $1 <!--piece-->'])(
  'a page is the same with its piece in it, plain and compressed',
  (html) => {
    const piece = new Piece(html)
    const page = `<p>Before’s</p>${pieceMark}<p>after</p>`
    const whole = `<p>Before’s</p>${html}<p>after</p>`
    expect(piece.within(page)).toBe(whole)
    // The second time it is put together from what was compressed before.
    for (let i = 0; i < 2; i++) expect(gunzipSync(piece.gzipWithin(page)).toString()).toBe(whole)
  },
)
