import type { Context } from 'hono'
import { emptyForm } from '../platform/forms.ts'
import { permissionsPolicy } from '../platform/securityHeaders.ts'
import type { Env, PageStatus } from '../platform/web.ts'
import { SignInPage, type SignInPageProps } from './views/SignInPage.tsx'

/** The page to sign in on: the one that may ask the device for a passkey. */
export function signInPage(
  c: Context<Env>,
  { form = emptyForm(), ...more }: Partial<Pick<SignInPageProps, 'form'>> & Omit<SignInPageProps, 'form'>,
  status: PageStatus = 200,
): Response {
  c.header('permissions-policy', permissionsPolicy(['publickey-credentials-get']))
  return c.var.page(<SignInPage form={form} {...more} />, status)
}
