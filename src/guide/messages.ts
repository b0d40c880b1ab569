import en from '../../messages/en/guide.json' with { type: 'json' }
import { catalogue } from '../platform/languages.ts'

export const { useT } = catalogue('guide', en)
