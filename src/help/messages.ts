import en from '../../messages/en/help.json' with { type: 'json' }
import { catalogue } from '../platform/languages.ts'

export const { useT } = catalogue('help', en)
