import { Card, formatTime, LinkButton, Notice, Tag, Tags } from '../../../design/index.ts'
import { useVisit } from '../../../platform/visit.ts'
import { useGroupWords } from '../../index.ts'
import { useT } from '../messages.ts'
import type { Fit } from '../rules.ts'
import { sayRemark } from './remark.tsx'

const shownWell = 10
const shownNear = 5
const shownReasons = 4
const shownDrawbacks = 3

interface ResultProps {
  fits: Fit[]
  zone: string
}

interface FoundProps extends ResultProps {
  /** They look for a room and we do not know where: then nothing can be called a fit, and this is said instead. */
  townNeeded: string | undefined
}

/** The groups that fit, or the plain word that none does, and then the nearest. */
export function Result({ fits, zone, townNeeded }: FoundProps) {
  const t = useT()
  const well = fits.filter((fit) => fit.fitsWell)
  const near = fits.filter((fit) => !fit.fitsWell).slice(0, shownNear)
  if (well.length === 0) return <NothingFits {...{ near, zone, townNeeded }} />
  const shown = well.slice(0, shownWell)
  return (
    <>
      <p class="lead" role="status">
        {t('found', { count: well.length })}
      </p>
      <FitList fits={shown} zone={zone} />
      {well.length > shown.length && (
        <p class="soft">{t('shown', { shown: shown.length, count: well.length })}</p>
      )}
      {near.length > 0 && shown.length < shownNear && (
        <section class="fit-near">
          <h2>{t('near.title')}</h2>
          <p class="soft">{t('near.text')}</p>
          <FitList fits={near} zone={zone} level={3} />
        </section>
      )}
    </>
  )
}

function NothingFits({ near, zone, townNeeded }: Omit<FoundProps, 'fits'> & { near: Fit[] }) {
  const t = useT()
  if (townNeeded && near.length > 0)
    return (
      <>
        <Notice kind="warn" title={t('town.needed')} role="status">
          <p>
            <a href="#town">{townNeeded}</a>
          </p>
        </Notice>
        <FitList fits={near} zone={zone} />
      </>
    )
  return (
    <>
      <Notice kind="warn" title={t('none.title')} role="status">
        <p>{t(near.length > 0 ? 'none.text' : 'none.empty')}</p>
      </Notice>
      <FitList fits={near} zone={zone} />
    </>
  )
}

function FitList({ fits, zone, level = 2 }: ResultProps & { level?: 2 | 3 }) {
  return (
    <ol class="plain-list">
      {fits.map((fit) => (
        <li key={fit.group.id}>
          <FitCard fit={fit} zone={zone} level={level} />
        </li>
      ))}
    </ol>
  )
}

/** One group with its reasons and what does not fit. */
export function FitCard({ fit, zone, level = 2 }: { fit: Fit; zone: string; level?: 2 | 3 }) {
  const t = useT()
  const words = useGroupWords()
  const Heading = `h${level}` as const
  const { group } = fit
  const inZone = useZoneInAddress(zone)
  // That it speaks the language of this page goes without saying.
  const reasons = fit.reasons.filter(({ values }) => values?.language !== words.locale.slice(0, 2))
  const way = group.online && group.inPerson ? 'both' : group.inPerson ? 'in_person' : 'online'
  return (
    <article class="card fit">
      <Heading>
        <a href={`/groups/${group.slug}${inZone}`} dir="auto">
          {group.name}
        </a>
      </Heading>
      <p class="soft small fit-about">
        {words(`kind.${group.kind}`)} · {words(`way.${way}`)}
        {group.placeName && (
          <>
            {' · '}
            <span dir="auto">{group.placeName}</span>
          </>
        )}
      </p>
      {reasons.length > 0 && (
        <>
          <p class="unseen">{t('why')}</p>
          <Tags>
            {reasons.slice(0, shownReasons).map((remark) => (
              <Tag key={remark.say}>{sayRemark(t, remark, zone)}</Tag>
            ))}
          </Tags>
        </>
      )}
      {fit.drawbacks.length > 0 && (
        <>
          <p class="unseen">{t('why.not')}</p>
          <Tags>
            {fit.drawbacks.slice(0, shownDrawbacks).map((remark) => (
              <Tag key={remark.say} kind={remark.serious ? 'warn' : 'plain'}>
                {sayRemark(t, remark, zone)}
              </Tag>
            ))}
          </Tags>
        </>
      )}
      {fit.asides.map((remark) => (
        <p key={remark.say} class="soft">
          {sayRemark(t, remark, zone)}
        </p>
      ))}
      {fit.nextAt && <NextMeeting at={fit.nextAt} zone={zone} />}
    </article>
  )
}

/** A zone that somebody chose goes with them to the group; one that is theirs anyway is not repeated. */
function useZoneInAddress(zone: string): string {
  const { member, config } = useVisit()
  return zone === (member?.zone ?? config.defaultZone) ? '' : `?zone=${encodeURIComponent(zone)}`
}

function NextMeeting({ at, zone }: { at: Temporal.Instant; zone: string }) {
  const t = useT()
  const { locale } = useVisit()
  const format: Intl.DateTimeFormatOptions = {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
  }
  return (
    <p class="fit-next">
      <span class="soft">{t('next')}</span>{' '}
      <time datetime={at.toString()}>{formatTime({ at, zone, locale, format })}</time>
    </p>
  )
}

export function OtherWays() {
  const t = useT()
  return (
    <div class="columns">
      <Card title={t('forum.title')}>
        <p>{t('forum.text')}</p>
        <p>
          <LinkButton href="/forum">{t('forum.link')}</LinkButton>
        </p>
      </Card>
      <Card>
        <p>{t('start.text')}</p>
        <p>
          <LinkButton href="/groups/new">{t('start.link')}</LinkButton>
        </p>
      </Card>
    </div>
  )
}
