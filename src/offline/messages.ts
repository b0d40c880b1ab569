import en from '../../messages/en/offline.json' with { type: 'json' }
import { catalogue } from '../platform/languages.ts'

export const { useT, t } = catalogue('offline', en)
