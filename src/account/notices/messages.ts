import en from '../../../messages/en/notices.json' with { type: 'json' }
import reach from '../../../messages/en/reach.json' with { type: 'json' }
import { catalogue } from '../../platform/languages.ts'

export const { useT } = catalogue('notices', en)

export const { useT: useReachWords } = catalogue('reach', reach)
