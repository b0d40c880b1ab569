import en from '../../../messages/en/forum-days.json' with { type: 'json' }
import { catalogue } from '../../platform/languages.ts'

export const { useT, t } = catalogue('forum-days', en)
