import en from '../../../messages/en/hosting-attendance.json' with { type: 'json' }
import { catalogue } from '../../platform/languages.ts'

export const { useT, t } = catalogue('hosting-attendance', en)
