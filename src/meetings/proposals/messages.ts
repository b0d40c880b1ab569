import en from '../../../messages/en/hosting-proposals.json' with { type: 'json' }
import { catalogue } from '../../platform/languages.ts'

export const { useT, t } = catalogue('hosting-proposals', en)
