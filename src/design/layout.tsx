import type { ComponentChildren } from 'preact'
import { useVisit } from '../platform/visit.ts'
import { asWritten } from './html.tsx'
import { LeafMark, NewsMark, ZoneMark } from './icons.tsx'
import { useT } from './messages.ts'
import { Notice } from './parts.tsx'
import { still } from './still.tsx'

/** Who can read what happens on a page; every page says it. */
type Zone =
  | 'none'
  | 'unlessSealed'
  | 'open'
  | 'members'
  | 'group'
  | 'place'
  | 'kept'
  | 'keepers'
  | 'own'
  | 'noted'
  | 'sealed'

interface LayoutProps {
  /** Shown in the browser's tab; the page has its own h1. */
  title: string
  zone: Zone
  /** For lists and pictures that use the whole of a desktop's width. */
  wide?: boolean
  /** Names of islands, such as `forum/live-topic`. */
  islands?: string[]
  /** Names of style sheets beyond the one that every page has, such as `forum/days`. */
  sheets?: string[]
  /** Dark and quiet whatever the device says. */
  night?: boolean
  /** Kept on the device from now on, for when there is no line. */
  keeps?: boolean
  /** A personal story that search engines should not keep. */
  unlisted?: boolean
  /** The same as lists and calendars, for programs that look for them. */
  alternates?: { type: string; title: string; href: string }[]
  /** Reload after so many seconds, for a page that shows progress. */
  refreshSeconds?: number
  children: ComponentChildren
}

export function Layout(props: LayoutProps) {
  const t = useT()
  const { locale, assets, config, siteNotice } = useVisit()
  return (
    <html lang={locale} {...(props.night ? { 'data-theme': 'night' } : {})}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{t('title', { page: props.title, site: config.siteName })}</title>
        <meta name="color-scheme" content={props.night ? 'dark' : 'light dark'} />
        {props.unlisted && <meta name="robots" content="noindex" />}
        {props.refreshSeconds !== undefined && (
          <meta http-equiv="refresh" content={String(props.refreshSeconds)} />
        )}
        <link
          rel="preload"
          href={assets.url('newsreader.woff2')}
          as="font"
          type="font/woff2"
          crossorigin="anonymous"
        />
        <link rel="stylesheet" href={assets.url('style.css')} />
        {props.sheets?.map((name) => (
          <link key={name} rel="stylesheet" href={assets.url(`sheet/${name}.css`)} />
        ))}
        {props.alternates?.map((alternate) => (
          <link key={alternate.href} rel="alternate" {...alternate} {...asWritten} />
        ))}
        <link rel="icon" href={assets.url('leaf.svg')} type="image/svg+xml" />
        <script type="module" src={assets.url('island/design/leave')} />
        {props.keeps && <link rel="manifest" href="/manifest.webmanifest" />}
        {props.keeps && <script type="module" src={assets.url('island/offline/register')} />}
        {props.islands?.map((name) => (
          <script key={name} type="module" src={assets.url(`island/${name}`)} />
        ))}
      </head>
      <body data-leave-to={config.leaveTo}>
        <a class="skip" href="#main">
          {t('skip')}
        </a>
        {config.demo && <div class="demo-mark">{t('demo')}</div>}
        <Head />
        <main id="main" tabindex={-1} {...(props.wide ? { class: 'wide' } : {})}>
          {siteNotice && (
            <Notice kind="warn">
              <p dir="auto" data-content>
                {siteNotice.words}
              </p>
            </Notice>
          )}
          <p class="zone">
            <ZoneMark sealed={['sealed', 'none', 'unlessSealed'].includes(props.zone)} />
            <span>{t(`zone.${props.zone}`)}</span>
          </p>
          {props.children}
        </main>
        <Foot />
      </body>
    </html>
  )
}

const places = [
  { href: '/now', key: 'nav.now' },
  { href: '/check-in', key: 'nav.checkin' },
  { href: '/groups', key: 'nav.people' },
  { href: '/meetings', key: 'nav.meetings' },
  { href: '/forum', key: 'nav.forum' },
  { href: '/guide', key: 'nav.guide', roomy: true },
] as const

function Head() {
  const t = useT()
  const { path, member, config } = useVisit()
  const site = config.siteName
  const here = places.find(({ href }) => path === href || path.startsWith(`${href}/`))?.href
  const hasNews = member?.hasNews ?? false
  const key = `head ${t.locale} ${site} ${here} ${hasNews}`
  return <header class="site-head" {...still(key, () => <HeadInside {...{ t, site, here, hasNews }} />)} />
}

type T = ReturnType<typeof useT>

interface HeadProps {
  t: T
  site: string
  here: string | undefined
  hasNews: boolean
}

function HeadInside({ t, site, here, hasNews }: HeadProps) {
  return (
    <>
      <a class="brand" href="/">
        <LeafMark />
        <span dir="auto" {...asWritten}>
          {site}
        </span>
      </a>
      <div class="head-now">
        {hasNews && (
          <a class="head-news" href="/account/notices" aria-label={t('head.news')}>
            <NewsMark />
          </a>
        )}
        <a class="head-help" href="/help">
          {t('head.help')}
        </a>
        <a href="/leave" rel="nofollow noreferrer" data-leave aria-label={t('head.leave.label')}>
          {t('head.leave')}
        </a>
      </div>
      <nav class="site-nav" aria-label={t('nav.label')}>
        {places.map(({ href, key, ...more }) => (
          <a
            key={href}
            href={href}
            {...('roomy' in more ? { class: 'roomy' } : {})}
            {...(href === here ? { 'aria-current': 'page' } : {})}
          >
            {t(key)}
          </a>
        ))}
      </nav>
    </>
  )
}

function Foot() {
  const t = useT()
  const { member, config } = useVisit()
  const site = config.siteName
  // An office that is closed for the moment still leads to its door.
  const role = member?.closed?.role ?? member?.role
  const key = `foot ${t.locale} ${site} ${role}`
  return <footer class="site-foot" {...still(key, () => <FootInside {...{ t, site, role }} />)} />
}

function FootInside({ t, site, role }: { t: T; site: string; role: string | undefined }) {
  return (
    <>
      <nav aria-label={t('foot.label')}>
        <ul>
          {role ? (
            <>
              <li>
                <a href="/account">{t('foot.account')}</a>
              </li>
              <li>
                <a href="/account/notices">{t('foot.news')}</a>
              </li>
              {role !== 'member' && (
                <li>
                  <a href="/moderation">{t('foot.moderation')}</a>
                </li>
              )}
              {role === 'operator' && (
                <li>
                  <a href="/operations">{t('foot.operations')}</a>
                </li>
              )}
            </>
          ) : (
            <>
              <li>
                <a href="/join">{t('foot.join')}</a>
              </li>
              <li>
                <a href="/sign-in">{t('foot.signin')}</a>
              </li>
            </>
          )}
          <li>
            <a href="/journal">{t('foot.journal')}</a>
          </li>
          <li>
            <a href="/groups/fit">{t('foot.fit')}</a>
          </li>
          <li>
            <a href="/toolkit">{t('foot.toolkit')}</a>
          </li>
          <li>
            <a href="/guide">{t('foot.guide')}</a>
          </li>
          <li>
            <a href="/help">{t('foot.help')}</a>
          </li>
          <li>
            <a href="/rules">{t('foot.rules')}</a>
          </li>
          <li>
            <a href="/offline">{t('foot.offline')}</a>
          </li>
          <li>
            <a href="/meetings/zone">{t('foot.zone')}</a>
          </li>
        </ul>
      </nav>
      <p>{t('foot.promise', { site })}</p>
    </>
  )
}
