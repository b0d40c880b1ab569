import { expect } from 'vitest'
import type { Site, TestMember } from './site.ts'

let forms = 0

/** The key of a form nobody has sent yet. */
export const newOnce = () => `00000000-0000-4000-8000-${String(++forms).padStart(12, '0')}`

type Words = Record<string, string>

/** @returns the topic's address */
export async function postTopic(site: Site, as: TestMember, words: Words = {}): Promise<string> {
  const fields = { title: 'Day 3, cannot sleep', body: 'My legs will not stop.', once: newOnce(), ...words }
  const answer = await site.post('/forum/new', fields, { as })
  expect(answer.status).toBe(303)
  return answer.headers.get('location') ?? ''
}

/** @returns the reply's address */
export async function postReply(site: Site, as: TestMember, topic: string, body: string): Promise<string> {
  const answer = await site.post(`${topic}/replies`, { body, once: newOnce() }, { as })
  expect(answer.status).toBe(303)
  return answer.headers.get('location') ?? ''
}

export async function read(site: Site, path: string, as?: TestMember): Promise<string> {
  const answer = await site.get(path, as ? { as } : {})
  expect(answer.status).toBe(200)
  return answer.text()
}
