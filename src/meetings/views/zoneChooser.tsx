import { Button, Form, Select, townOfZone, zoneName } from '../../design/index.ts'
import { type Filters, finderPath } from '../finder/filters.ts'
import { zonesToOffer } from '../finder/zones.ts'
import { useT } from '../messages.ts'

interface ChooserProps {
  now: Temporal.Instant
  zone: string
  zoneAsked: string | undefined
  filters: Filters
}

/** Says in which zone the times are, and lets one choose another without JavaScript. */
export function ZoneChooser({ now, zone, zoneAsked, filters }: ChooserProps) {
  const t = useT()
  const others = Object.entries({ ...filters, after: undefined }).filter(([, value]) => value)
  return (
    <div class="zone-line">
      <p>
        {t('zone.said', { zone: zoneName(t.locale, zone) })}{' '}
        {zoneAsked === undefined && (
          <a
            hidden
            href={finderPath(filters, undefined)}
            data-own-zone={zone}
            data-sentence={t('zone.offer', { zone: '{zone}' })}
          >
            {t('zone.change')}
          </a>
        )}
      </p>
      <details>
        <summary>{t('zone.change')}</summary>
        <Form action="/meetings" method="get" class="zone-form">
          {others.map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={String(value)} />
          ))}
          <Select
            name="zone"
            label={t('zone.label')}
            value={zone}
            options={zonesToOffer(zone).map((each) => ({
              value: each,
              label: `${townOfZone(each)} (${now.toZonedDateTimeISO(each).offset})`,
              asWritten: true,
            }))}
          />
          <Button kind="plain">{t('zone.set')}</Button>
        </Form>
      </details>
    </div>
  )
}
