import { passkeyWords } from '../index.ts'

export const { useT, t } = passkeyWords
