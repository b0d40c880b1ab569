import en from '../../../messages/en/practice.json' with { type: 'json' }
import { catalogue } from '../../platform/languages.ts'

export const { useT } = catalogue('practice', en)
