import en from '../../../messages/en/notices.json' with { type: 'json' }
import { catalogue } from '../../platform/languages.ts'

export const { useT } = catalogue('notices', en)
