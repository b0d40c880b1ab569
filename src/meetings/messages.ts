import en from '../../messages/en/meetings.json' with { type: 'json' }
import { catalogue } from '../platform/languages.ts'

export const { useT, t } = catalogue('meetings', en)
