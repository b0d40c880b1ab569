import type { Site, TestMember } from './site.ts'

export const passphrase = 'green kettle over the hill'

/** Joins as a visitor does, through the form. */
export async function join(site: Site, handle: string): Promise<TestMember & { code: string }> {
  const answer = await site.post('/join', { handle, passphrase })
  const code = /[0-9A-Z]{4}(-[0-9A-Z]{4}){6}/.exec(await answer.text())?.[0]
  if (answer.status !== 201 || !code) throw new Error(`${handle} could not join: ${answer.status}`)
  const member = await whoever(site, answer)
  // Not new: somebody new writes five posts a day, and the first two wait where the small check was not done.
  await site.db`update members set vouched_at = ${site.now()} where id = ${member.id}`
  return { ...member, code }
}

export async function signIn(
  site: Site,
  handle: string,
  fields: Record<string, string> = {},
): Promise<TestMember> {
  return whoever(site, await site.post('/sign-in', { handle, passphrase, ...fields }))
}

/** The member whose cookies an answer sets. */
export async function whoever(site: Site, answer: Response): Promise<TestMember> {
  const cookie = cookiesOf(answer)
    .map((one) => one.split(';')[0])
    .join('; ')
  const [row] = await site.db<{ id: string; handle: string; formToken: string }[]>`
    select members.id, handle, form_token from sessions join members on members.id = member_id
    order by sessions.id desc limit 1`
  if (!row) throw new Error('Nobody is signed in.')
  return { ...row, cookie }
}

export function cookiesOf(answer: Response): string[] {
  return answer.headers.getSetCookie()
}

export function isSignedIn(answer: Response): boolean {
  return cookiesOf(answer).some((one) => /^newleaf=[\w-]{43};/.test(one))
}
