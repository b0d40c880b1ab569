import en from '../../../messages/en/trust.json' with { type: 'json' }
import { catalogue } from '../../platform/languages.ts'

export const { useT } = catalogue('trust', en)
