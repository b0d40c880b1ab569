import { Button, Card, Form, Layout, Select, TextField } from '../../design/index.ts'
import { distancesKm, noFilters } from '../finder/filters.ts'
import { useT } from '../finder/messages.ts'
import { finderPath, type Search } from '../finder/search.ts'

/** Where somebody says where they are: by a name, or by letting the device say it once. */
export function NearPage({ search }: { search: Search }) {
  const t = useT()
  const km = search.filters.km
  const fresh = { filters: noFilters, zoneAsked: search.zoneAsked }
  // The island puts the rounded position where these marks stand.
  const path = finderPath(fresh, { at: { latitude: 0, longitude: 0 }, sort: 'distance', km })
  return (
    <Layout title={t('near.title')} zone="none" islands={['meetings/near']} sheets={['meetings/finder']}>
      <h1>{t('near.title')}</h1>
      <p class="lead">{t('near.lead')}</p>
      <Card>
        <Form action="/meetings" method="get">
          {search.zoneAsked && <input type="hidden" name="zone" value={search.zoneAsked} />}
          <input type="hidden" name="sort" value="distance" />
          <TextField
            name="near"
            label={t('filter.near')}
            hint={t('filter.nearHint')}
            value={search.filters.near}
            maxlength={120}
          />
          <Select
            name="km"
            short
            label={t('filter.within')}
            value={String(km)}
            options={distancesKm.map((each) => ({
              value: String(each),
              label: each === 2 ? t('near.walk') : t('filter.km', { km: each }),
            }))}
          />
          <Button>{t('filter.submit')}</Button>
        </Form>
      </Card>
      <Card>
        <p>{t('near.promise')}</p>
        <noscript>
          <p class="soft">{t('near.noScript')}</p>
        </noscript>
        <p hidden data-here={path} data-asking={t('near.asking')} data-refused={t('near.refused')}>
          <button type="button" class="button plain">
            {t('near.device')}
          </button>{' '}
          <span role="status" />
        </p>
      </Card>
    </Layout>
  )
}
