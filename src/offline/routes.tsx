import { createHash } from 'node:crypto'
import { articles } from '../guide/index.ts'
import { journalPages } from '../journal/index.ts'
import { notFound } from '../platform/errors.ts'
import { slice } from '../platform/web.ts'
import { loudest, sessions, techniques } from '../toolkit/index.ts'
import { keptBy } from './kept.ts'
import { t } from './messages.ts'
import { OfflinePage } from './views.tsx'

/** What is there without a line: the list of it, the worker that keeps it, and the page that shows it. */
export const offline = slice()

/** All of it, without a line. */
export const pages = [
  '/offline',
  '/now',
  // Who was awake when it was kept is nobody’s business later.
  ...loudest.map((one) => (one === 'alone' ? '/now/alone?line=none' : `/now/${one}`)),
  '/toolkit',
  ...techniques.map(({ slug }) => `/toolkit/${slug}`),
  ...sessions.map(({ slug }) => `/toolkit/sessions/${slug}`),
  '/guide',
  ...articles.map(({ slug }) => `/guide/${slug}`),
  '/help',
  ...journalPages,
]

/** What the pages say, as a short name: other words, other pages. */
const words = createHash('sha256')
  .update(JSON.stringify([articles, techniques, sessions]))
  .digest('base64url')

offline.get('/offline', (c) => {
  c.var.cache.guestPage([])
  return c.var.page(<OfflinePage />)
})

offline.get('/sw.js', (c) => {
  const { assets, config } = c.var
  const worker = assets.read(assets.url('worker/offline/keep'))
  if (!worker) throw notFound()
  const kept = keptBy(assets, pages, `${words} ${config.defaultCountry} ${config.leaveTo} ${config.demo}`)
  c.header('content-type', 'text/javascript; charset=utf-8')
  c.header('cache-control', 'no-cache')
  return c.body(`self.kept=${JSON.stringify(kept)};\n${worker.identity.toString()}`)
})

offline.get('/manifest.webmanifest', (c) => {
  const { assets, locale, config } = c.var
  const say = t(locale)
  const icon = (size: number) => ({
    src: assets.url(`icon-${size}.png`),
    sizes: `${size}x${size}`,
    type: 'image/png',
    purpose: 'any maskable',
  })
  c.header('content-type', 'application/manifest+json')
  return c.body(
    JSON.stringify({
      name: config.siteName,
      short_name: config.siteName,
      description: say('app.about'),
      lang: locale,
      start_url: '/now',
      scope: '/',
      display: 'standalone',
      background_color: '#0f1513',
      theme_color: '#0f1513',
      icons: [icon(192), icon(512)],
      shortcuts: [
        { name: say('app.craving'), url: '/now/craving' },
        { name: say('app.checkin'), url: '/journal/check-in' },
      ],
    }),
  )
})
