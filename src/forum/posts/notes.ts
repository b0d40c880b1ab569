/** What a post may say of itself before it is read. */
export const noteKinds = ['heavy', 'lapse', 'medication', 'loss'] as const
export type NoteKind = (typeof noteKinds)[number]
