import type { ComponentChildren, JSX } from 'preact'
import { useT } from './messages.ts'

interface CardProps {
  title?: string
  /** The title's level in the page's outline. */
  level?: 2 | 3
  id?: string
  class?: string
  children: ComponentChildren
}

export function Card({ title, level = 2, id, class: more = '', children }: CardProps) {
  const Heading = `h${level}` as const
  return (
    <section class={`card ${more}`.trim()} {...(id ? { id } : {})}>
      {title && <Heading>{title}</Heading>}
      {children}
    </section>
  )
}

type Kind = 'primary' | 'quiet' | 'danger' | 'plain'

interface ButtonProps {
  kind?: Kind
  name?: string
  value?: string
  children: ComponentChildren
}

export function Button({ kind = 'primary', children, ...more }: ButtonProps) {
  return (
    <button type="submit" class={`button ${kind}`} {...more}>
      {children}
    </button>
  )
}

interface LinkButtonProps {
  href: string
  kind?: Kind
  rel?: string
  children: ComponentChildren
}

export function LinkButton({ kind = 'plain', children, ...more }: LinkButtonProps) {
  return (
    <a class={`button ${kind}`} {...more}>
      {children}
    </a>
  )
}

interface NoticeProps {
  kind?: 'good' | 'warn' | 'danger'
  title?: string
  level?: 2 | 3
  role?: 'status' | 'alert'
  /** What was just done, or why not: whoever hears the page read, or sees a small part of it, begins here. */
  said?: boolean
  children?: ComponentChildren
}

export function Notice({ kind = 'good', title, level = 2, role, said, children }: NoticeProps) {
  const Heading = `h${level}` as const
  return (
    <div
      class={`notice ${kind}`}
      {...(role ? { role } : {})}
      {...(said ? { tabindex: -1, autofocus: true } : {})}
    >
      {title && <Heading>{title}</Heading>}
      {children}
    </div>
  )
}

export function Tags({ children }: { children: ComponentChildren }) {
  return <ul class="tags">{children}</ul>
}

export function Tag({
  kind = 'good',
  children,
}: {
  kind?: 'good' | 'warn' | 'plain'
  children: ComponentChildren
}) {
  return (
    <li>
      <span class={`tag ${kind}`}>{children}</span>
    </li>
  )
}

export function Empty({ children }: { children: ComponentChildren }) {
  return <div class="empty">{children}</div>
}

interface TimeProps {
  at: Temporal.Instant
  zone: string
  locale: string
  format: Intl.DateTimeFormatOptions
}

const formatters = new Map<string, Intl.DateTimeFormat>()
let latest: (Omit<TimeProps, 'at'> & { formatter: Intl.DateTimeFormat }) | undefined

/** A moment in words, in the zone given. Formatters are dear to make and are kept. */
export function formatTime({ at, zone, locale, format }: TimeProps): string {
  // A page says many moments in the same way: the one used last is usually the one wanted.
  if (latest?.format !== format || latest.zone !== zone || latest.locale !== locale) {
    const key = JSON.stringify([locale, zone, format])
    const formatter = formatters.get(key) ?? new Intl.DateTimeFormat(locale, { ...format, timeZone: zone })
    if (formatters.size < 500) formatters.set(key, formatter)
    latest = { zone, locale, format, formatter }
  }
  return latest.formatter.format(at.epochMilliseconds)
}

export function Time(props: TimeProps): JSX.Element {
  return <time datetime={props.at.toString({ smallestUnit: 'second' })}>{formatTime(props)}</time>
}

interface PagerProps {
  page: number
  pages: number
  /** The address of a page. */
  href: (page: number) => string
}

export function Pager({ page, pages, href }: PagerProps) {
  const t = useT()
  if (pages <= 1 && page === 1) return null
  return (
    <nav class="pager" aria-label={t('pager.label')}>
      {page > 1 ? <LinkButton href={href(page - 1)}>{t('pager.newer')}</LinkButton> : <span />}
      <span class="soft">{t('pager.at', { page, pages })}</span>
      {page < pages ? <LinkButton href={href(page + 1)}>{t('pager.older')}</LinkButton> : <span />}
    </nav>
  )
}

interface DoorProps {
  href: string
  icon: ComponentChildren
  title: string
  text: string
  now?: boolean
}

/** A large way in: a picture, a few words, the whole of it one link. */
export function Door({ href, icon, title, text, now }: DoorProps) {
  return (
    <a class={now ? 'door now' : 'door'} href={href}>
      {icon}
      <strong>{title}</strong>
      <small>{text}</small>
    </a>
  )
}
