import en from '../../messages/en/toolkit.json' with { type: 'json' }
import { catalogue } from '../platform/languages.ts'

export const { useT } = catalogue('toolkit', en)
