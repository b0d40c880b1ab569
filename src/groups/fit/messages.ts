import en from '../../../messages/en/fit.json' with { type: 'json' }
import { catalogue } from '../../platform/languages.ts'

export const { useT } = catalogue('fit', en)
