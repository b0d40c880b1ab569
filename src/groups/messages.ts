import en from '../../messages/en/groups.json' with { type: 'json' }
import { catalogue } from '../platform/languages.ts'

/** The words for kinds, aims, circles and practices, which every page about groups shares. */
export const { useT: useGroupWords, t: groupWords } = catalogue('groups', en)
