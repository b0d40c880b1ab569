import passkey from '../../../messages/en/journal-passkey.json' with { type: 'json' }
import en from '../../../messages/en/vault.json' with { type: 'json' }
import { catalogue } from '../../platform/languages.ts'

export const { useT } = catalogue('vault', en)
export const { useT: usePasskeyT } = catalogue('journal-passkey', passkey)

/** Whether a sentence is there, for keys that are made of what the database says. */
export const knowsSentence = (key: string): boolean => Object.hasOwn(en, key)
