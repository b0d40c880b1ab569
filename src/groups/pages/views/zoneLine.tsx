import { Button, Form, Select, zoneName } from '../../../design/index.ts'
import { zonesWith } from '../../fit/index.ts'
import { useT } from '../messages.ts'

/** In which zone the times are, and how to see them in another one. */
export function ZoneLine({ zone, path }: { zone: string; path: string }) {
  const t = useT()
  return (
    <>
      <p class="soft small">
        {t('group.times', { zone: zoneName(t.locale, zone) })}{' '}
        {/* The island of the finder offers the zone of this device. */}
        <a hidden href={path} data-own-zone={zone} data-sentence={t('group.zone.offer', { zone: '{zone}' })}>
          {t('group.zone.change')}
        </a>
      </p>
      <details class="more">
        <summary>{t('group.zone.change')}</summary>
        <Form action={path} method="get">
          <Select
            name="zone"
            label={t('group.zone.label')}
            value={zone}
            options={zonesWith(zone).map((value) => ({
              value,
              label: value.replaceAll('_', ' '),
              asWritten: true,
            }))}
          />
          <Button kind="plain">{t('group.zone.set')}</Button>
        </Form>
      </details>
    </>
  )
}
