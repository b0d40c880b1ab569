import en from '../../messages/en/moderation.json' with { type: 'json' }
import { catalogue } from '../platform/languages.ts'

export const { useT, t } = catalogue('moderation', en)
