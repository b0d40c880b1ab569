import en from '../../../messages/en/journal.json' with { type: 'json' }
import { catalogue } from '../../platform/languages.ts'

export const { useT } = catalogue('journal', en)
