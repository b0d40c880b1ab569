import en from '../../../messages/en/quiet.json' with { type: 'json' }
import { catalogue } from '../../platform/languages.ts'

export const { t, useT } = catalogue('quiet', en)
