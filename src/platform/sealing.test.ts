import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { nameOf, seal, sealingKey, unseal } from './sealing.ts'

test('what is sealed opens with the key, for whom it was sealed, and unchanged', () => {
  const key = Buffer.alloc(32, 1)
  const box = seal(key, 'mail 7', 'wren@example.org')
  expect(box.includes('wren')).toBe(false)
  expect(unseal(key, 'mail 7', box)).toBe('wren@example.org')
  expect(unseal(key, 'mail 8', box)).toBeUndefined()
  expect(unseal(Buffer.alloc(32, 2), 'mail 7', box)).toBeUndefined()
  expect(unseal(key, 'mail 7', Buffer.from(box).fill(0, 12, 13))).toBeUndefined()
  expect(unseal(key, 'mail 7', Buffer.alloc(3))).toBeUndefined()
  expect(nameOf(key, 'a', 'x').equals(nameOf(key, 'b', 'x'))).toBe(false)
})

test('the key is made once, for nobody else to read, and comes from the settings where it stands there', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'newleaf-key-'))
  try {
    const key = sealingKey({ contactKey: undefined, dataDir })
    expect(sealingKey({ contactKey: undefined, dataDir }).equals(key)).toBe(true)
    if (process.platform !== 'win32') expect(statSync(join(dataDir, 'contact.key')).mode & 0o077).toBe(0)
    expect(sealingKey({ contactKey: 'ab'.repeat(32), dataDir })[0]).toBe(0xab)
  } finally {
    rmSync(dataDir, { recursive: true })
  }
})
