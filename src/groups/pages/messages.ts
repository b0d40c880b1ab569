import en from '../../../messages/en/group-pages.json' with { type: 'json' }
import { catalogue } from '../../platform/languages.ts'

export const { useT, t } = catalogue('group-pages', en)
