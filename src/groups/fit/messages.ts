import en from '../../../messages/en/fit.json' with { type: 'json' }
import { catalogue } from '../../platform/languages.ts'

export const { useT } = catalogue('fit', en)

type KeyOfRemark<Key> = Key extends `said.${infer Say}` ? Say : never

/** What a remark may say: there is a sentence for each, or it does not compile. */
export type Say = KeyOfRemark<keyof typeof en>
