import en from '../../../messages/en/forum-helped.json' with { type: 'json' }
import { catalogue } from '../../platform/languages.ts'

export const { useT } = catalogue('forum-helped', en)
