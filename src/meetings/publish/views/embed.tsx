import { asWritten, formatTime, Time, zoneName } from '../../../design/index.ts'
import { useVisit } from '../../../platform/visit.ts'
import type { UpcomingMeeting } from '../../index.ts'
import { useT } from '../messages.ts'

export interface EmbedProps {
  meetings: UpcomingMeeting[]
  /** Undefined: the site that shows us did not say, so each meeting stands by its own clock. */
  zone: string | undefined
  theme: 'light' | 'dark' | undefined
  /** The same search on our own pages. */
  more: string
}

const clock = {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  hour: 'numeric',
  minute: '2-digit',
} as const

/** A plain list for the page of somebody else: no script, no form, no cookie; links lead out of the frame. */
export function EmbedPage(props: EmbedProps) {
  const t = useT()
  const { assets, config, locale } = useVisit()
  const themes = { light: 'light', dark: 'night' } as const
  return (
    <html lang={locale} {...(props.theme ? { 'data-theme': themes[props.theme] } : {})}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content={props.theme ?? 'light dark'} />
        <meta name="robots" content="noindex" />
        <title>{t('embed.title')}</title>
        <link rel="stylesheet" href={assets.url('style.css')} />
        <link rel="stylesheet" href={assets.url('sheet/meetings/publish/embed.css')} />
      </head>
      <body class="embed">
        {config.demo && <div class="demo-mark">{t('embed.demo')}</div>}
        <main>
          <h1>{t('embed.title')}</h1>
          <Rows {...props} />
          <p class="embed-more">
            <a href={props.more} target="_top">
              {t('embed.more')}
            </a>
          </p>
        </main>
        <footer>
          {props.zone && <p>{t('embed.inZone', { zone: zoneName(locale, props.zone) })}</p>}
          <p class="zone">
            <span>{t('embed.stored')}</span>
          </p>
          <p class="embed-ways">
            <a href="/help" target="_top">
              {t('embed.help')}
            </a>
            <a href="/leave" target="_top" rel="nofollow noreferrer">
              {t('embed.leave')}
            </a>
          </p>
        </footer>
      </body>
    </html>
  )
}

function Rows({ meetings, zone }: EmbedProps) {
  const t = useT()
  if (meetings.length === 0) return <p>{t('embed.none')}</p>
  return (
    <ul class="embed-list">
      {meetings.map((meeting) => (
        <li key={`${meeting.id} ${meeting.startsAt}`}>
          <p class="embed-name">
            <a href={`/meetings/${meeting.id}`} target="_top" dir="auto">
              {meeting.name}
            </a>
          </p>
          <p>
            <When {...{ meeting, zone }} />
            {meeting.change === 'cancelled' && <strong> {t('embed.cancelled')}</strong>}
            {meeting.change === 'moved' && <strong> {t('embed.moved')}</strong>}
          </p>
          <p class="soft">
            {t(wayOf(meeting))}
            {meeting.inPerson && meeting.town && (
              <>
                {' · '}
                <span dir="auto">{meeting.town}</span>
              </>
            )}
          </p>
        </li>
      ))}
    </ul>
  )
}

function When({ meeting, zone }: { meeting: UpcomingMeeting; zone: string | undefined }) {
  const t = useT()
  const shown = zone ?? meeting.zone
  const time = <Time at={meeting.startsAt} zone={shown} locale={t.locale} format={clock} />
  if (zone) return time
  const short = formatTime({
    at: meeting.startsAt,
    zone: shown,
    locale: t.locale,
    format: { timeZoneName: 'short' },
  })
  return (
    <>
      {time} <span {...asWritten}>{short.split(', ').at(-1)}</span>
    </>
  )
}

function wayOf({ online, inPerson, byPhone }: UpcomingMeeting) {
  if (online && inPerson) return 'embed.hybrid' as const
  if (inPerson) return 'embed.inPerson' as const
  return byPhone ? ('embed.phone' as const) : ('embed.online' as const)
}
