import en from '../../../messages/en/forum-answered.json' with { type: 'json' }
import { catalogue } from '../../platform/languages.ts'

export const { useT, t } = catalogue('forum-answered', en)
