import { asWritten, Button, Card, Choices, Form, formatTime, LinkButton } from '../../../design/index.ts'
import type { Meeting } from '../../meeting.ts'
import type { DatedOccurrence } from '../../recurrence/changes.ts'
import { useT } from '../messages.ts'
import type { Attendance, Plan, ShownPerson } from '../store.ts'

type Date = Pick<DatedOccurrence, 'onDate' | 'startsAt' | 'change'>

export interface ComingProps {
  meeting: Pick<Meeting, 'id' | 'groupName' | 'groupSlug'>
  zone: string
  /** The next dates, and those that were lately. */
  next: Date[]
  past: Date[]
  /** The member's own, for this meeting; undefined for a guest. */
  own: { plans: Plan[]; came: Attendance[] } | undefined
  /** Belongs to the group: may show themselves, and sees who does. */
  isMember: boolean
  others: ShownPerson[]
}

const moment = {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  hour: 'numeric',
  minute: '2-digit',
} as const

/** "I plan to come" and "I came": one form, one button, for nobody's eyes unless it is shown. */
export function ComingCard(props: ComingProps) {
  const { meeting, own, isMember } = props
  const t = useT()
  if (!own)
    return (
      <Card title={t('coming.title')} id="coming">
        <p>{t('coming.guest')}</p>
        <p>
          <LinkButton href={`/sign-in?next=${encodeURIComponent(`/meetings/${meeting.id}`)}`}>
            {t('coming.signIn')}
          </LinkButton>
        </p>
      </Card>
    )
  const isShown = [...own.plans, ...own.came].some((each) => each.shown)
  return (
    <Card title={t('coming.title')} id="coming">
      <p class="soft">{t('coming.private')}</p>
      <Form action={`/meetings/${meeting.id}/coming`}>
        <Ahead {...props} plans={own.plans} />
        <Lately {...props} came={own.came} />
        {isMember ? (
          <Choices
            type="checkbox"
            name="shown"
            label={t('coming.shown')}
            value={isShown ? 'yes' : ''}
            options={[{ value: 'yes', label: t('coming.shownYes') }]}
          />
        ) : (
          <p class="soft small">{t('coming.join')}</p>
        )}
        <div class="buttons">
          <Button>{t('coming.keep')}</Button>
          <LinkButton kind="quiet" href="/meetings/mine">
            {t('coming.mine')}
          </LinkButton>
        </div>
      </Form>
      <Others {...props} />
    </Card>
  )
}

function useDates({ zone }: ComingProps) {
  const t = useT()
  return (dates: Date[]) =>
    dates.map(({ onDate, startsAt, change }) => {
      const date = formatTime({ at: startsAt, zone, locale: t.locale, format: moment })
      return {
        value: String(onDate),
        label: change === 'cancelled' ? t('coming.cancelled', { date }) : date,
        asWritten: change !== 'cancelled',
      }
    })
}

function Ahead(props: ComingProps & { plans: Plan[] }) {
  const { next, plans } = props
  const t = useT()
  const dates = useDates(props)
  return (
    <>
      {next.length > 0 && (
        <Choices
          type="checkbox"
          name="plan"
          label={t('coming.plan')}
          value={plans.flatMap(({ onDate }) => (onDate ? [String(onDate)] : []))}
          options={dates(next)}
        />
      )}
      {next.map(({ onDate }) => (
        <input key={String(onDate)} type="hidden" name="offered" value={String(onDate)} />
      ))}
      <Choices
        type="checkbox"
        name="every"
        label={t('coming.every')}
        value={plans.some(({ onDate }) => !onDate) ? 'yes' : ''}
        options={[{ value: 'yes', label: t('coming.everyYes') }]}
      />
    </>
  )
}

function Lately(props: ComingProps & { came: Attendance[] }) {
  const { past, came } = props
  const t = useT()
  const dates = useDates(props)
  if (past.length === 0) return null
  return (
    <>
      <Choices
        type="checkbox"
        name="came"
        label={t('coming.came')}
        value={came.map(({ onDate }) => String(onDate))}
        options={dates(past)}
      />
      {past.map(({ onDate }) => (
        <input key={String(onDate)} type="hidden" name="past" value={String(onDate)} />
      ))}
    </>
  )
}

/** Those who let the members of their group see it. */
function Others({ others, isMember }: ComingProps) {
  const t = useT()
  if (!isMember || others.length === 0) return null
  const names = (came: boolean) => [
    ...new Set(others.filter((one) => one.came === came).map(({ handle }) => handle)),
  ]
  return (
    <>
      {([false, true] as const).map(
        (came) =>
          names(came).length > 0 && (
            <p key={String(came)} class="small">
              {t(came ? 'coming.othersCame' : 'coming.othersPlan')}{' '}
              <strong dir="auto" {...asWritten}>
                {names(came).join(', ')}
              </strong>
            </p>
          ),
      )}
    </>
  )
}
