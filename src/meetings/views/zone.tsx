import {
  asWritten,
  Button,
  Card,
  Form,
  formatTime,
  Layout,
  Notice,
  Select,
  TextField,
  townOfZone,
  zoneName,
} from '../../design/index.ts'
import { useT } from '../finder/messages.ts'
import { zonesToOffer } from '../finder/zones.ts'
import { useT as useMeetingWords } from '../messages.ts'
import { type Place, placeLabel, placeQuestion } from '../places/place.ts'

interface ZonePageProps {
  back: string
  zone: string
  /** Nobody told us this zone. */
  guess: boolean
  now: Temporal.Instant
  member: object | undefined
  near: { others: Place[] } | undefined
  town: string
}

const clock = { weekday: 'long', hour: 'numeric', minute: '2-digit' } as const

export function ZonePage({ back, zone, guess, now, member, near, town }: ZonePageProps) {
  const t = useT()
  const say = useMeetingWords()
  return (
    <Layout title={t('zone.title')} zone="none" islands={['meetings/zone']} sheets={['meetings/finder']}>
      <h1>{t('zone.title')}</h1>
      <p class="lead">{t('zone.lead')}</p>
      <p>
        {t('zone.now')}{' '}
        <strong {...asWritten}>{formatTime({ at: now, zone, locale: t.locale, format: clock })}</strong>{' '}
        <span {...asWritten}>({zoneName(t.locale, zone)})</span>
      </p>
      {guess && (
        <p>
          <a
            hidden
            class="button plain"
            href={back}
            data-own-zone={zone}
            data-sentence={say('zone.offer', { zone: '{zone}' })}
          >
            {say('zone.change')}
          </a>
        </p>
      )}
      <Card>
        <Form action="/meetings/zone" method="get">
          <input type="hidden" name="back" value={back} />
          {near && (
            <Notice kind="warn" role="status">
              <p dir="auto">{t('zone.unknownTown', { words: town })}</p>
              {near.others.length > 0 && <Others {...{ back }} others={near.others} />}
            </Notice>
          )}
          <TextField
            name="town"
            label={t('zone.town')}
            hint={t('zone.townHint')}
            value={town}
            maxlength={120}
          />
          <Select
            name="choose"
            label={t('zone.or')}
            value={zone}
            options={zonesToOffer(zone).map((each) => ({
              value: each,
              label: `${townOfZone(each)} (${now.toZonedDateTimeISO(each).offset})`,
              asWritten: true,
            }))}
          />
          <Button>{t('zone.show')}</Button>
        </Form>
      </Card>
      {member && (
        <p class="soft">
          {t('zone.member')} <a href="/account">{t('zone.account')}</a>
        </p>
      )}
    </Layout>
  )
}

function Others({ back, others }: { back: string; others: Place[] }) {
  const t = useT()
  return (
    <>
      <p>{t('place.similar')}</p>
      <ul class="chips">
        {others.map((place) => (
          <li key={place.id}>
            <a
              class="chip"
              dir="auto"
              href={`/meetings/zone?back=${encodeURIComponent(back)}&town=${encodeURIComponent(placeQuestion(place))}`}
            >
              {placeLabel(place)}
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}
