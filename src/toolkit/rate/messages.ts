import en from '../../../messages/en/rate.json' with { type: 'json' }
import { catalogue } from '../../platform/languages.ts'

export const { useT } = catalogue('rate', en)
