import type { TroubleKind } from '../sync/trouble.ts'
import { isPage, type Lies, type Scene, withRecord } from './hostile.ts'
import { MemoryVault } from './memoryVault.ts'

/** A branch that the first device and a third one go on writing, from what the second one knows. */
async function branch(scene: Scene, batches: number): Promise<MemoryVault> {
  const other = Object.assign(new MemoryVault(), {
    revision: scene.known.revision,
    records: new Map(scene.known.records),
    done: new Map(scene.known.done),
  })
  const third = await scene.openAnother(other)
  for (let batch = 0; batch < batches; batch++) {
    await third.book.putAll([{ type: 'checkin', fields: { note: `branch ${batch}` } }])
    await third.sync.round()
  }
  return other
}

/** What a server may try with what it shows and what it confirms, and what a device calls it. */
export const liesAboutHistory: [string, TroubleKind | TroubleKind[], Lies][] = [
  [
    'shows the state of yesterday',
    'rollback',
    { changes: (honest, { known }) => ({ ...honest, records: [], head: known.revision - 1 }) },
  ],
  ['forgets everything it had', 'rollback', { changes: (honest) => ({ ...honest, records: [], head: 0 }) }],
  ['says that the vault is not there', 'gone', { changes: () => undefined }],
  [
    'keeps one record back',
    'omission',
    { changes: (honest, { changed }) => withRecord(honest, changed, () => undefined) },
  ],
  [
    'keeps a new record back',
    'omission',
    { changes: (honest, { added }) => withRecord(honest, added, () => undefined) },
  ],
  [
    'keeps a removal back',
    'omission',
    { changes: (honest, { removed }) => withRecord(honest, removed, () => undefined) },
  ],
  [
    'keeps the manifest back',
    'omission',
    { changes: (honest, { root }) => withRecord(honest, root, () => undefined) },
  ],
  [
    'keeps a page of the manifest back',
    'omission',
    {
      changes: (honest, scene) => ({
        ...honest,
        records: honest.records.filter(({ id }) => !isPage(id, scene)),
      }),
    },
  ],
  [
    'hands over less than it says there is',
    'omission',
    { changes: (honest) => ({ ...honest, head: honest.head + 5 }) },
  ],
  [
    'hands over nothing, and says there is more',
    'omission',
    { changes: (honest) => ({ ...honest, records: [] }) },
  ],
  ['never comes to an end', 'altered', { changes: (honest) => ({ ...honest, records: [], more: true }) }],
  ['repeats the same answer for ever', 'altered', { changes: (honest) => ({ ...honest, more: true }) }],

  [
    'says that it is overtaken when it is not',
    'rollback',
    { readerWrites: true, changes: (honest) => honest, write: async () => 'stale' },
  ],
  [
    'confirms fewer writes than were sent',
    'altered',
    {
      readerWrites: true,
      write: async (honest) => ({
        revisions: ((await honest()) as { revisions: number[] }).revisions.slice(1),
      }),
    },
  ],
  [
    'confirms under other revisions',
    'altered',
    {
      readerWrites: true,
      write: async (honest) => ({
        revisions: ((await honest()) as { revisions: number[] }).revisions.map((one) => one + 1),
      }),
    },
  ],
  [
    'confirms in another order',
    'altered',
    {
      readerWrites: true,
      write: async (honest) => ({
        revisions: ((await honest()) as { revisions: number[] }).revisions.toReversed(),
      }),
    },
  ],
  [
    'confirms and keeps nothing',
    'rollback',
    {
      readerWrites: true,
      write: async (_, writes, { vault }) => ({ revisions: writes.map((_, at) => vault.revision + 1 + at) }),
    },
  ],
  [
    'tells two devices two histories',
    'fork',
    {
      before: async (_, reader) => {
        await reader.sync.round()
      },
      changes: async (_, scene) => (await branch(scene, 5)).changesSince(scene.now.revision),
    },
  ],
  [
    'counts backwards',
    'omission',
    { changes: (honest) => ({ ...honest, records: honest.records.toReversed() }) },
  ],
]
