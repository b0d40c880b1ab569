import { expect, inject, test } from 'vitest'
import { readConfig } from '../config.ts'
import { connect } from './database/index.ts'
import { defineJob, startJobs, wordsOf } from './jobs.ts'
import { openLog } from './log.ts'

test('a job is done once, by one of two nodes', async () => {
  const url = inject('databaseUrl')
  const db = connect(url, { connections: 2 })
  const done: string[] = []
  const write = defineJob<{ letter?: string }>({
    name: 'test-letters',
    run: async (_, { letter = '' }) => {
      done.push(letter)
    },
  })
  const config = readConfig({})
  const log = openLog('silent')
  const nodes = [
    await startJobs({ db, url }, [write], config, log, async () => {}),
    await startJobs({ db, url }, [write], config, log, async () => {}),
  ]
  for (const letter of ['a', 'b', 'c']) await nodes[0]?.send(write, { letter })
  await expect.poll(() => [...done].sort()).toEqual(['a', 'b', 'c'])
  for (const node of nodes) await node.stop()
  await db.end()
})

test('whatever the queue reports, the log says what it was', () => {
  const fault = Object.assign(new Error('the pipe broke'), { detail: 'a row' })
  expect(wordsOf(fault)).toEqual({ message: 'the pipe broke', stack: fault.stack })
  const copy = { ...fault, message: fault.message, stack: fault.stack, queue: 'letters' }
  expect(wordsOf(copy)).toEqual({ message: 'the pipe broke', stack: fault.stack })
  expect(wordsOf('no room')).toEqual({ message: "'no room'" })
  expect(wordsOf({ code: 7 })).toEqual({ message: '{ code: 7 }' })
  expect(wordsOf(undefined)).toEqual({ message: 'undefined' })
})
