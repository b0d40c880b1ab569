import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { inTemporaryFolder } from './temporaryFolder.ts'
import { addressCanary, canary, secretCanary, tracesIn, tracesOf } from './traces.ts'

test('what was written down is found in whatever file and form', () =>
  inTemporaryFolder(async (folder) => {
    await mkdir(join(folder, 'wal'))
    await writeFile(join(folder, 'wal/0001'), Buffer.concat([Buffer.alloc(9000), Buffer.from('7K2M9ABCDE')]))
    await writeFile(join(folder, 'app.log'), 'nothing here')
    const canaries = [
      secretCanary('the code', '7K2M9-ABCDE'),
      secretCanary('the passphrase', 'river under stone'),
    ]
    const { traces } = tracesIn(folder, canaries)
    expect(traces).toEqual([{ name: 'the code', file: join('wal', '0001') }])
  }))

test.each(['river under stone', 'river+under+stone', 'river%20under%20stone', 'cml2ZXIgdW5kZXIgc3RvbmU='])(
  'a passphrase is known as %s',
  (written) => {
    expect(tracesOf(Buffer.from(`x${written}x`), [secretCanary('it', 'river under stone')])).toEqual(['it'])
  },
)

test('an address is known as text and as PostgreSQL packs it', () => {
  const it = addressCanary('it', '203.0.113.77')
  expect(tracesOf(Buffer.from('from 203.0.113.77:80'), [it])).toEqual(['it'])
  expect(tracesOf(Buffer.from([0, 2, 32, 203, 0, 113, 77]), [it])).toEqual(['it'])
  expect(tracesOf(Buffer.from('203.0.113.7'), [it, canary('other', 'x')])).toEqual([])
})
