import en from '../../../messages/en/sheets.json' with { type: 'json' }
import { catalogue } from '../../platform/languages.ts'

export const { useT } = catalogue('sheets', en)
