import { expect } from 'vitest'
import { openSite, type Site, type TestMember, test } from './testing/site.ts'

const guests = [
  '/',
  '/check-in',
  '/now',
  '/groups',
  '/groups/fit',
  '/groups/kinds/skills',
  '/meetings',
  '/forum',
  '/guide',
  '/toolkit',
  '/toolkit/urge-surfing',
  '/help',
  '/join',
  '/sign-in',
  '/sign-in/recover',
  '/account/deleted',
  '/no-such-page',
]
const members = ['/account', '/account/delete', '/account/passphrase', '/groups/new', '/forum/new']
const operators = ['/operations', '/operations/feeds']

const allPages = (keeper: TestMember): { path: string; as?: TestMember }[] => [
  ...guests.map((path) => ({ path })),
  ...[...members, ...operators].map((path) => ({ path, as: keeper })),
]

async function read(site: Site, path: string, as?: TestMember): Promise<string> {
  const answer = await site.get(path, as ? { as } : {})
  expect(answer.headers.get('content-type'), path).toContain('text/html')
  return await answer.text()
}

test('help and the way out are one tap from every page, without a script', async ({ site }) => {
  const keeper = await site.member('keeper', { role: 'operator' })
  for (const { path, as } of allPages(keeper)) {
    const html = await read(site, path, as)
    expect(html, path).toMatch(/<a [^>]*href="\/help"/)
    expect(html, path).toMatch(/<a [^>]*href="\/leave"/)
  }
})

test('every page says who can read it, and has one first heading', async ({ site }) => {
  const keeper = await site.member('keeper', { role: 'operator' })
  for (const { path, as } of allPages(keeper)) {
    const html = await read(site, path, as)
    const zone = /<p class="zone">.*?<span>(.*?)<\/span>/.exec(html)?.[1]
    expect(zone, path).toMatch(/^(Nothing you do|Open to moderators|Kept for your account|Sealed)/)
    expect(html.match(/<h1[\s>]/g)?.length, path).toBe(1)
  }
})

test('every page of a demo says that it is one, and no other page does', async ({ site }) => {
  const demo = openSite(site.db, { DEMO: 'yes' })
  for (const path of guests) {
    expect(await read(demo, path), path).toContain('class="demo-mark"')
    expect(await read(site, path), path).not.toContain('class="demo-mark"')
  }
})
