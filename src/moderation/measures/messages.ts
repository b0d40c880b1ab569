import en from '../../../messages/en/measures.json' with { type: 'json' }
import { catalogue } from '../../platform/languages.ts'

export const { t, useT } = catalogue('measures', en)
