import { expect } from 'vitest'
import { openTestDatabase } from '../../testing/database.ts'
import { test } from '../../testing/site.ts'
import { transaction } from './index.ts'

test('what goes alongside is there when the transaction is, and its failure is the transaction’s', async ({
  site,
}) => {
  const { db } = site
  await db`create temporary table kept (word text check (word <> 'never'))`
  const words = () => db<{ word: string }[]>`select word from kept order by word`
  await transaction(db, async (tx) => {
    tx.alongside(tx`insert into kept values ('one')`)
    tx.alongside(tx`insert into kept values ('two')`)
  })
  expect(await words()).toEqual([{ word: 'one' }, { word: 'two' }])
  const failing = transaction(db, async (tx) => {
    await tx`insert into kept values ('three')`
    tx.alongside(tx`insert into kept values ('never')`)
    tx.announce('anything', {})
  })
  await expect(failing).rejects.toThrow(/violates check constraint/)
  expect(await words()).toEqual([{ word: 'one' }, { word: 'two' }])
})

test('what is announced or changed after all was said is refused, and not lost in silence', async () => {
  const db = await openTestDatabase()
  try {
    for (const late of ['announce', 'changed'] as const) {
      const failing = transaction(db, async (tx) => {
        const work = async () => {
          await tx`select 1`
          if (late === 'announce') tx.announce('anything', {})
          else tx.changed('anything')
        }
        tx.alongside(work())
      })
      await expect(failing).rejects.toThrow(/came too late/)
    }
  } finally {
    await db.end()
  }
})
