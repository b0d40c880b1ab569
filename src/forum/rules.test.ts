import { describe, expect, test } from 'vitest'
import {
  elapsed,
  isKeeper,
  isWaiting,
  leavesMark,
  mayChange,
  type Viewer,
  whyNoReply,
  whyNoTopic,
} from './rules.ts'

const now = Temporal.Instant.from('2026-11-22T03:00:00Z')
const wren: Viewer = { member: { id: '1', role: 'member' }, inGroup: true }
const open = { closedAt: null, removedAt: null, retiredAt: null, heldAt: null }

describe('who may answer', () => {
  test('a member may answer an open topic', () => {
    expect(whyNoReply(wren, open)).toBeUndefined()
  })
  test('nobody answers a closed topic, and a guest is told so before being asked to sign in', () => {
    expect(whyNoReply(wren, { ...open, closedAt: now })).toBe('refusal.closed')
    expect(whyNoReply({ member: undefined, inGroup: true }, { ...open, closedAt: now })).toBe(
      'refusal.closed',
    )
  })
  test('a removed topic takes no answers', () => {
    expect(whyNoReply(wren, { ...open, closedAt: now, removedAt: now })).toBe('refusal.removed')
  })
  test('a guest is asked to sign in', () => {
    expect(whyNoReply({ member: undefined, inGroup: false }, open)).toBe('refusal.signIn')
  })
  test('a member outside the group is asked to join it', () => {
    expect(whyNoReply({ ...wren, inGroup: false }, open)).toBe('refusal.group')
    expect(whyNoTopic({ ...wren, inGroup: false })).toBe('refusal.group')
  })
})

describe('one’s own words', () => {
  const post = { authorId: '1', removedAt: null }
  test('only the author changes a post', () => {
    expect(mayChange(wren.member, post)).toBe(true)
    expect(mayChange({ id: '2', role: 'operator' }, post)).toBe(false)
    expect(mayChange(undefined, post)).toBe(false)
  })
  test('what was removed, or belongs to a former member, is changed by nobody', () => {
    expect(mayChange(wren.member, { ...post, removedAt: now })).toBe(false)
    expect(mayChange(wren.member, { ...post, authorId: null })).toBe(false)
  })
  test('an edit leaves no mark for 15 minutes', () => {
    expect(leavesMark({ createdAt: now }, now.add({ minutes: 15 }))).toBe(false)
    expect(leavesMark({ createdAt: now }, now.add({ minutes: 15, seconds: 1 }))).toBe(true)
  })
  test('moderators and operators close topics, members do not', () => {
    expect(isKeeper({ id: '1', role: 'moderator' })).toBe(true)
    expect(isKeeper({ id: '1', role: 'operator' })).toBe(true)
    expect(isKeeper(wren.member)).toBe(false)
    expect(isKeeper(undefined)).toBe(false)
  })
})

describe('waiting for an answer', () => {
  const first = { ...open, isFirstPost: true, authorId: '1', answeredAt: null }
  test('a first post waits until somebody answers', () => {
    expect(isWaiting(first)).toBe(true)
    expect(isWaiting({ ...first, answeredAt: now })).toBe(false)
  })
  test('later posts, closed or removed ones and those of former members do not wait', () => {
    expect(isWaiting({ ...first, isFirstPost: false })).toBe(false)
    expect(isWaiting({ ...first, closedAt: now })).toBe(false)
    expect(isWaiting({ ...first, removedAt: now })).toBe(false)
    expect(isWaiting({ ...first, authorId: null })).toBe(false)
  })
  test.each([
    [{ seconds: 20 }, { unit: 'minutes', count: 0 }],
    [{ minutes: 59 }, { unit: 'minutes', count: 59 }],
    [{ minutes: 60 }, { unit: 'hours', count: 1 }],
    [
      { hours: 47, minutes: 59 },
      { unit: 'hours', count: 47 },
    ],
    [{ hours: 48 }, { unit: 'days', count: 2 }],
    [{ seconds: -5 }, { unit: 'minutes', count: 0 }],
  ])('%o is said as %o', (time, said) => {
    expect(elapsed(now, now.add(time))).toEqual(said)
  })
})
