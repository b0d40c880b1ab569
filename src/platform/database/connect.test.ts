import { afterAll, expect, inject, test } from 'vitest'
import { connect } from './connect.ts'

const db = connect(inject('databaseUrl'), { connections: 1 })

afterAll(() => db.end())

test('a query does not wait for helpers to be started', async () => {
  expect(await db`show max_parallel_workers_per_gather`).toEqual([{ maxParallelWorkersPerGather: '0' }])
})
