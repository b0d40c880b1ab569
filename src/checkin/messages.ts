import en from '../../messages/en/checkin.json' with { type: 'json' }
import { catalogue } from '../platform/languages.ts'

export const { useT } = catalogue('checkin', en)
