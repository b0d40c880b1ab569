import en from '../../messages/en/home.json' with { type: 'json' }
import { catalogue } from '../platform/languages.ts'

export const { useT } = catalogue('home', en)
