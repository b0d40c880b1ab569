import type { Context } from 'hono'
import { isMemberOf } from '../groups/index.ts'
import { notFound } from '../platform/errors.ts'
import type { Env } from '../platform/web.ts'
import { mayRead } from './rules.ts'
import { getTopic, type Topic } from './store.ts'

/**
 * The topic, where it exists for who asks. What is hidden from them is not found, as if it had never been.
 * @param options.merged of a topic whose posts were brought into another one: give that one
 */
export async function getTopicToRead(
  c: Context<Env>,
  topicId: string,
  options: { merged?: boolean } = {},
): Promise<{ topic: Topic; inGroup: boolean }> {
  const topic = await getTopic(c.var.db, topicId)
  const inGroup = await whetherInGroup(c, topic)
  return options.merged && topic.mergedInto
    ? getTopicToRead(c, topic.mergedInto, options)
    : { topic, inGroup }
}

/** Refuses with 404 who may not read the topic. @returns whether they belong to its group, true where there is none */
export async function whetherInGroup(c: Context<Env>, topic: Topic): Promise<boolean> {
  const { db, member } = c.var
  const { groupId } = topic
  const inGroup = groupId === null || (member !== undefined && (await isMemberOf(db, groupId, member.id)))
  if (!mayRead({ member, inGroup }, topic)) throw notFound()
  return inGroup
}
