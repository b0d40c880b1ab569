import en from '../../../messages/en/ease.json' with { type: 'json' }
import { catalogue } from '../../platform/languages.ts'

export const { useT } = catalogue('ease', en)
