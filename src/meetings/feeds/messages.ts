import en from '../../../messages/en/feeds.json' with { type: 'json' }
import { catalogue } from '../../platform/languages.ts'

export const { useT, t } = catalogue('feeds', en)
