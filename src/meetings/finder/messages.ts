import en from '../../../messages/en/finder.json' with { type: 'json' }
import { catalogue } from '../../platform/languages.ts'

export const { useT } = catalogue('finder', en)
