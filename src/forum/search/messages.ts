import en from '../../../messages/en/forum-search.json' with { type: 'json' }
import { catalogue } from '../../platform/languages.ts'

export const { useT } = catalogue('forum-search', en)
