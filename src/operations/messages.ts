import en from '../../messages/en/operations.json' with { type: 'json' }
import { catalogue } from '../platform/languages.ts'

export const { useT } = catalogue('operations', en)
