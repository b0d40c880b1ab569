import en from '../../../messages/en/words.json' with { type: 'json' }
import { catalogue } from '../../platform/languages.ts'

export const { useT } = catalogue('words', en)
