import en from '../../messages/en/design.json' with { type: 'json' }
import { catalogue } from '../platform/languages.ts'

export const { useT } = catalogue('design', en)
