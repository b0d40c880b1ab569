import { createDecipheriv, hkdfSync } from 'node:crypto'
import { expect, test } from 'vitest'
import { type Bytes, randomBytes } from '../../seal/bytes.ts'
import { lp } from '../../testing/secondImplementation.ts'
import { unwrapWithPasskey, wrapWithPasskey } from './wrap.ts'

const asked = () => ({ id: randomBytes(20), salt: randomBytes(32), transports: ['internal'] })

function flipped(bytes: Bytes): Bytes {
  const copy = bytes.slice()
  copy[3] = (copy[3] ?? 0) ^ 1
  return copy
}

test('what a passkey sealed opens with the same answer, and with no other', async () => {
  const [secret, output] = [randomBytes(16), randomBytes(32)]
  const wrap = await wrapWithPasskey(secret, asked(), output)
  expect(await unwrapWithPasskey(wrap, output)).toEqual(secret)
  expect(await unwrapWithPasskey(wrap, flipped(output))).toBeUndefined()
  expect(await unwrapWithPasskey(wrap, output.slice(0, 16))).toBeUndefined()
  await expect(wrapWithPasskey(secret, asked(), new Uint8Array(0))).rejects.toThrow('32 bytes')
})

test.each(['id', 'salt', 'iv', 'box'] as const)('a wrap whose %s was changed does not open', async (part) => {
  const output = randomBytes(32)
  const wrap = await wrapWithPasskey(randomBytes(16), asked(), output)
  expect(await unwrapWithPasskey({ ...wrap, [part]: flipped(wrap[part]) }, output)).toBeUndefined()
})

test('another program opens it, written from the document', async () => {
  const [secret, output] = [randomBytes(16), randomBytes(32)]
  const { id, salt, iv, box } = await wrapWithPasskey(secret, asked(), output)
  const key = Buffer.from(hkdfSync('sha256', output, salt, 'newleaf/v1/passkey', 32))
  const open = createDecipheriv('aes-256-gcm', key, iv)
  open.setAAD(lp('newleaf/v1/passkey', id, salt))
  open.setAuthTag(box.subarray(-16))
  expect(Buffer.concat([open.update(box.subarray(0, -16)), open.final()])).toEqual(Buffer.from(secret))
})
