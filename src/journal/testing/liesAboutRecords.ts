import { randomBytes } from '../seal/bytes.ts'
import type { TroubleKind } from '../sync/trouble.ts'
import { blobOf, flipped, isPage, type Lies, someId, withRecord } from './hostile.ts'

/** What a server may try with the records themselves. */
export const liesAboutRecords: [string, TroubleKind | TroubleKind[], Lies][] = [
  [
    'swaps the blobs of two records',
    'altered',
    {
      changes: (honest, { added, changed, now }) =>
        withRecord(
          withRecord(honest, added, (one) => ({ ...one, blob: blobOf(now, changed) })),
          changed,
          (one) => ({ ...one, blob: blobOf(now, added) }),
        ),
    },
  ],
  [
    'answers with the earlier text of a record',
    'altered',
    {
      changes: (honest, { changed, known }) =>
        withRecord(honest, changed, (one) => ({ ...one, blob: blobOf(known, changed) })),
    },
  ],
  [
    'brings a removed record back',
    'altered',
    {
      changes: (honest, { removed, known }) =>
        withRecord(honest, removed, (one) => ({ ...one, blob: blobOf(known, removed) })),
    },
  ],
  [
    'puts the old manifest in the new one’s place',
    'altered',
    {
      changes: (honest, { root, known }) =>
        withRecord(honest, root, (one) => ({ ...one, blob: blobOf(known, root) })),
    },
  ],
  [
    'plays the old manifest under its old base again',
    ['altered', 'rollback'],
    {
      changes: (honest, { root, known }) =>
        withRecord(honest, root, (one) => ({
          ...one,
          baseRev: known.records.get(root)?.baseRev ?? 0,
          blob: blobOf(known, root),
        })),
    },
  ],
  [
    'mixes a page of yesterday into the manifest',
    ['altered', 'omission'],
    {
      changes: (honest, scene) => ({
        ...honest,
        records: honest.records.map((one) =>
          isPage(one.id, scene)
            ? { ...one, blob: scene.known.records.get(one.id)?.blob ?? blobOf(scene.now, scene.added) }
            : one,
        ),
      }),
    },
  ],
  [
    'changes one bit of the text',
    'altered',
    { changes: (honest, { changed }) => withRecord(honest, changed, (one) => flipped(one, 60)) },
  ],
  [
    'changes one bit of the salt',
    'altered',
    { changes: (honest, { changed }) => withRecord(honest, changed, (one) => flipped(one, 3)) },
  ],
  [
    'changes one bit of the IV',
    'altered',
    { changes: (honest, { changed }) => withRecord(honest, changed, (one) => flipped(one, 20)) },
  ],
  [
    'changes one bit of the tag',
    'altered',
    { changes: (honest, { changed }) => withRecord(honest, changed, (one) => flipped(one, -1)) },
  ],
  [
    'changes one bit of the manifest',
    'altered',
    { changes: (honest, { root }) => withRecord(honest, root, (one) => flipped(one, 60)) },
  ],
  [
    'asks for another version of the format',
    'unknown-version',
    {
      changes: (honest, { root }) =>
        withRecord(honest, root, ({ blob, ...one }) => ({
          ...one,
          blob: new Uint8Array([2, ...blob.slice(1)]),
        })),
    },
  ],
  [
    'asks for the version before the first',
    'unknown-version',
    {
      changes: (honest, { root }) =>
        withRecord(honest, root, ({ blob, ...one }) => ({
          ...one,
          blob: new Uint8Array([0, ...blob.slice(1)]),
        })),
    },
  ],
  [
    'cuts a blob short',
    'altered',
    {
      changes: (honest, { root }) =>
        withRecord(honest, root, ({ blob, ...one }) => ({ ...one, blob: blob.slice(0, -1) })),
    },
  ],
  [
    'sends an empty blob',
    'altered',
    {
      changes: (honest, { root }) => withRecord(honest, root, (one) => ({ ...one, blob: new Uint8Array(0) })),
    },
  ],
  [
    'lies about what a write replaced',
    'altered',
    {
      changes: (honest, { changed }) =>
        withRecord(honest, changed, (one) => ({ ...one, baseRev: one.baseRev + 1 })),
    },
  ],
  [
    'gives a record another revision',
    ['altered', 'rollback'],
    {
      changes: (honest, { changed }) =>
        withRecord(honest, changed, (one) => ({ ...one, rev: one.rev - 0.5 })),
    },
  ],

  [
    'sends a record twice',
    'altered',
    { changes: (honest) => ({ ...honest, records: honest.records.flatMap((one) => [one, one]) }) },
  ],

  [
    'adds something after the manifest',
    'altered',
    {
      changes: (honest, { changed, now }) => ({
        ...honest,
        head: honest.head + 1,
        records: [
          ...honest.records,
          { id: changed, rev: honest.head + 1, baseRev: 1, blob: blobOf(now, changed) },
        ],
      }),
    },
  ],
  [
    'puts one record under another name',
    ['altered', 'omission'],
    { changes: (honest, { added }) => withRecord(honest, added, (one) => ({ ...one, id: someId() })) },
  ],
  [
    'shows a page of the manifest as an entry',
    'altered',
    {
      changes: (honest, scene) =>
        withRecord(honest, scene.added, (one) => ({
          ...one,
          blob: honest.records.find(({ id }) => isPage(id, scene))?.blob ?? one.blob,
        })),
    },
  ],
  [
    'slips in a record of its own',
    'altered',
    {
      changes: (honest, { known }) => ({
        ...honest,
        records: [
          { id: someId(), rev: known.revision + 0.5, baseRev: 0, blob: randomBytes(301) },
          ...honest.records,
        ],
      }),
    },
  ],
]
