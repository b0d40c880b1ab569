import en from '../../../messages/en/measures.json' with { type: 'json' }
import { catalogue } from '../../platform/languages.ts'

export const { useT } = catalogue('measures', en)
