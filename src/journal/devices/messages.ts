import en from '../../../messages/en/vault.json' with { type: 'json' }
import { catalogue } from '../../platform/languages.ts'

export const { useT, t } = catalogue('vault', en)
