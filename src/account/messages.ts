import en from '../../messages/en/account.json' with { type: 'json' }
import { catalogue } from '../platform/languages.ts'

export const { useT, t } = catalogue('account', en)
