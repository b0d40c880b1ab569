import { h } from 'preact'
import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { useVisit, type Visit, VisitContext } from '../platform/visit.ts'
import { useStill } from './still.tsx'

const config = {} as Visit['config']
const visit = (more: Partial<Visit> = {}) =>
  ({
    path: '/',
    locale: 'en',
    member: { handle: 'wren' },
    formToken: 'secret',
    now: Temporal.Instant.from('2026-11-20T12:00:00Z'),
    config,
    ...more,
  }) as Visit

let times = 0
function Inside() {
  times++
  const { member, formToken, locale, now } = useVisit()
  return <b>{[member?.handle ?? 'nobody', formToken ?? 'no secret', locale, now].join(' ')}</b>
}
const Part = ({ name }: { name: string }) => <p {...useStill(name, () => h(Inside, {}))} />
const draw = (name: string, more?: Partial<Visit>) =>
  render(
    <VisitContext.Provider value={visit(more)}>
      <Part name={name} />
      <i>after</i>
    </VisitContext.Provider>,
  )

test('what is kept for all is drawn once, and knows no member and no secret', () => {
  const first = draw('box')
  expect(first).toBe('<p><b>nobody no secret en 2026-11-20T12:00:00Z</b></p><i>after</i>')
  expect(draw('box', { now: Temporal.Instant.from('2026-11-20T13:00:00Z') })).toBe(first)
  expect(times).toBe(1)
})

test('another name, language, day or site is drawn for itself', () => {
  times = 0
  draw('one')
  draw('two')
  draw('one', { locale: 'de' })
  draw('one', { config: {} as Visit['config'] })
  expect(times).toBe(4)
  expect(draw('one', { now: Temporal.Instant.from('2026-11-21T00:00:00Z') })).toContain('2026-11-21')
})
