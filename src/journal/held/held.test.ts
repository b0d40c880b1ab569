import { expect } from 'vitest'
import { test } from '../../testing/site.ts'

const path = '/journal/what-we-hold'

test('every column of a vault and of an account is told in a sentence', async ({ site }) => {
  const html = await (await site.get(path)).text()
  for (const column of ['token_hash', 'blob', 'gone_on', 'last_dose_on', 'passphrase_hash'])
    expect(html).toContain(`<code>${column}</code>`)
  expect(html).not.toContain('not been explained yet')
})

test('a column that somebody adds is shown at once, and asks for its sentence', async ({ site }) => {
  await site.db`alter table vaults add column owner_name text`
  const html = await (await site.get(path)).text()
  expect(html).toContain('<code>owner_name</code>')
  expect(html).toContain('not been explained yet')
})

test('a new table that names members is listed without anybody’s doing', async ({ site }) => {
  await site.db`create table favourites (member_id bigint references members, colour text)`
  expect(await (await site.get(path)).text()).toContain('<code>favourites</code>: member_id, colour')
})
