import en from '../../messages/en/account.json' with { type: 'json' }
import passkeys from '../../messages/en/passkeys.json' with { type: 'json' }
import { catalogue } from '../platform/languages.ts'

export const { useT, t } = catalogue('account', en)

/** Of passkeys, which the page to sign in on knows too. */
export const passkeyWords = catalogue('passkeys', passkeys)
