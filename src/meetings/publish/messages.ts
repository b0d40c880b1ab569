import en from '../../../messages/en/publish.json' with { type: 'json' }
import { catalogue } from '../../platform/languages.ts'

export const { useT, t } = catalogue('publish', en)
