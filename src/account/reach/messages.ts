import en from '../../../messages/en/reach.json' with { type: 'json' }
import { catalogue } from '../../platform/languages.ts'

export const { t, useT } = catalogue('reach', en)
