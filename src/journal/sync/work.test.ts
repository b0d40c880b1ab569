import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { findWork, workInput } from './work.ts'

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()

test('the work that is found begins with as many zero bits as were asked for', () => {
  const found = findWork('AAAAAAAAAAAAAAAAAAAAAA', '2026-11-22', sha256, 10)
  const hash = createHash('sha256')
    .update(workInput('AAAAAAAAAAAAAAAAAAAAAA', found.day, found.nonce))
    .digest()
  expect(hash.readUInt32BE(0) >>> 22).toBe(0)
})
