import en from '../../../messages/en/forum-following.json' with { type: 'json' }
import { catalogue } from '../../platform/languages.ts'

export const { useT, t } = catalogue('forum-following', en)
