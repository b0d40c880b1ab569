import en from '../../../messages/en/night.json' with { type: 'json' }
import { catalogue } from '../../platform/languages.ts'

export const { useT } = catalogue('night', en)
