import en from '../../../messages/en/vault.json' with { type: 'json' }
import { catalogue } from '../../platform/languages.ts'

export const { useT } = catalogue('vault', en)

/** Whether a sentence is there, for keys that are made of what the database says. */
export const knowsSentence = (key: string): boolean => Object.hasOwn(en, key)
