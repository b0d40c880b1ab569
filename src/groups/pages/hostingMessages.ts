import en from '../../../messages/en/hosting-groups.json' with { type: 'json' }
import { catalogue } from '../../platform/languages.ts'

/** What only those who care for a group read, and what they are told. */
export const { useT, t } = catalogue('hosting-groups', en)
