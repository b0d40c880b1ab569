import { afterAll, expect, inject, test } from 'vitest'
import { connect } from './connect.ts'
import { transaction } from './transaction.ts'

const db = connect(inject('databaseUrl'), { connections: 3 })
const killer = connect(inject('databaseUrl'), { connections: 1 })

afterAll(() => Promise.all([db.end(), killer.end()]))

test('a connection that is lost while writing fails that work, and no other', async () => {
  for (let round = 0; round < 2; round++) {
    const writing = Array.from({ length: 12 }, () =>
      transaction(db, async (tx) => {
        for (let step = 0; step < 40; step++) await tx`select ${step}::int, pg_sleep(0.005)`
        for (let step = 0; step < 40; step++) tx.announce('test', { step })
      }),
    )
    const ended = Promise.allSettled(writing)
    let killed = 0
    // As soon as one of them is under way.
    while (killed === 0) {
      const ends = await killer`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and query like '%pg_sleep(0.005)%' and pid <> pg_backend_pid()`
      killed = ends.length
    }
    const states = (await ended).map(({ status }) => status)
    expect(states).toContain('rejected')
    expect(states).toContain('fulfilled')
  }
  expect(await transaction(db, async (tx) => (await tx<{ one: number }[]>`select 1 as one`)[0]?.one)).toBe(1)
})
