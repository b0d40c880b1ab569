import type { Hono } from 'hono'
import type { PersonalData } from '../platform/personalData.ts'
import { type Env, slice } from '../platform/web.ts'
import { home } from './routes/home.tsx'
import { join } from './routes/join.tsx'
import { myData } from './routes/myData.tsx'
import { operatorFirst } from './routes/operatorFirst.tsx'
import { secrets } from './routes/secrets.tsx'
import { signIn, signOut } from './routes/signIn.tsx'

/** @param slices everything the site holds of a member, slice by slice, for the export and the deletion */
export function account(slices: readonly PersonalData[]): Hono<Env> {
  return slice()
    .route('/join', join)
    .route('/sign-in', signIn)
    .route('/sign-out', signOut)
    .route('/operator/first', operatorFirst)
    .route('/account', secrets)
    .route('/account', myData(slices))
    .route('/account', home)
}
