/**
 * Addresses of pages that stay what they are. The topic's own text is post 0, its replies are 1, 2, 3 …; a removed
 * reply keeps its number, so a post never moves to another page.
 */
import { postsOnPage } from './rules.ts'

export function pageOf(number: number): number {
  return Math.floor(number / postsOnPage) + 1
}

/** First and last reply number on a page; the topic's own text is the missing one on page 1. */
export function numbersOn(page: number): { first: number; last: number } {
  return { first: Math.max(1, (page - 1) * postsOnPage), last: page * postsOnPage - 1 }
}

/** The page that ?page= asks for, or undefined for what cannot be one. */
export function readPage(asked: string | undefined): number | undefined {
  if (asked === undefined) return 1
  return /^[1-9]\d{0,6}$/.test(asked) ? Number(asked) : undefined
}

export function topicPath(topicId: string, page = 1): string {
  return page === 1 ? `/forum/${topicId}` : `/forum/${topicId}?page=${page}`
}

export function replyPath(topicId: string, reply: { id: string; number: number }): string {
  return `${topicPath(topicId, pageOf(reply.number))}#reply-${reply.id}`
}

/** Where a list goes on: after this topic, in the order of last activity. */
export interface Mark {
  at: Temporal.Instant
  id: string
}

export function writeMark(topic: { lastPostAt: Temporal.Instant; id: string }): string {
  return `${topic.lastPostAt.toString({ smallestUnit: 'microsecond' })}_${topic.id}`
}

export function readMark(text: string): Mark | undefined {
  const parts = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z)_([1-9]\d{0,17})$/.exec(text)
  if (!parts?.[1] || !parts[2]) return undefined
  try {
    return { at: Temporal.Instant.from(parts[1]), id: parts[2] }
  } catch {
    return undefined
  }
}
