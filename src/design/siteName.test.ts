import { expect, test } from 'vitest'
import { inRollback, openTestDatabase } from '../testing/database.ts'
import { openSite } from '../testing/site.ts'

test('a site bears the name its operator gave it, in the tab, the head, the foot and on the device', async () => {
  const pool = await openTestDatabase()
  await inRollback(pool, async (db) => {
    const named = openSite(db, { SITE_NAME: 'Harbour & Light' })
    const page = await (await named.get('/join')).text()
    expect(page).toContain('<title>Join Harbour &amp; Light · Harbour &amp; Light</title>')
    expect(page).toMatch(/class="brand".*?<span[^>]*>Harbour &amp; Light<\/span>/s)
    expect(page).toContain('Harbour &amp; Light is not medical care.')
    expect(page).not.toContain('Newleaf')
    const manifest = await (await named.get('/manifest.webmanifest')).json()
    expect(manifest).toMatchObject({ name: 'Harbour & Light', short_name: 'Harbour & Light' })
    // Another one in the same process goes by its own name.
    expect(await (await openSite(db).get('/join')).text()).toContain('Join Newleaf')
  })
  await pool.end()
})
