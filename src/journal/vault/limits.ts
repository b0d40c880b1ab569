/** What one vault may hold and do. Generous for a person, dear for somebody who looks for free storage. */
const recordsInVault = 7000
/** Records, their pages of the manifest, and its root. */
export const rowsInVault = recordsInVault + 65
export const bytesInVault = 48 * 1024 * 1024
export const writesInBatch = 128
/** A request's body: a batch of 60 entries with their pages. */
export const bytesInRequest = 240 * 1024
/** An answer carries about this many bytes of blobs; the rest is asked for again. */
export const bytesInAnswer = 1024 * 1024
export const rememberDays = 30
export const tombstoneDays = 180

/** Requests of one vault in ten minutes; new vaults of one network in a day. */
export const requestsAllowed = { points: 600, seconds: 600 }
export const newVaultsAllowed = { points: 10, seconds: 86_400 }
export const strangersAllowed = { points: 60, seconds: 600 }
export const meetsAllowed = { points: 240, seconds: 600 }
