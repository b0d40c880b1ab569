import { postTopic } from '../../../testing/posting.ts'
import type { Site, TestMember } from '../../../testing/site.ts'

/** Somebody who was greeted long ago. */
export async function regular(site: Site, handle: string): Promise<TestMember> {
  const member = await site.member(handle)
  await postTopic(site, member, { title: 'Long ago' })
  await site.db`update waiting_posts set answered_at = asked_at, asked_at = '2026-01-01T00:00:00Z'
    where author_id = ${member.id}`
  return member
}
