import { Layout, Notice } from '../../design/index.ts'
import { useVisit } from '../../platform/visit.ts'
import type { Cluster } from '../finder/clusters.store.ts'
import type { Point } from '../finder/filters.ts'
import { mapPath } from '../finder/mapPath.ts'
import { deepest, type MapView, moved, radiusKm } from '../finder/mapView.ts'
import { useT } from '../finder/messages.ts'
import type { OutlinePaths } from '../finder/outline.ts'
import { finderPath, type Search } from '../finder/search.ts'
import type { MapBox } from '../finder/worldMap.ts'
import { useT as useMeetingWords } from '../messages.ts'
import type { Place } from '../places/place.ts'
import { Chosen, NearLine, WordsLine } from './chosen.tsx'
import { FilterForm } from './filterForm.tsx'
import type { FinderProps } from './finder.tsx'
import { Looks } from './looks.tsx'
import { MapPicture } from './mapPicture.tsx'

interface MapProps extends FinderProps {
  view: MapView
  box: MapBox
  clusters: Cluster[]
  towns: Place[]
  outline: OutlinePaths
  point: Point | undefined
  /** The operator has a map of streets. */
  tiles: boolean
}

export function MapPage(props: MapProps) {
  const { search, misread, near, words, choices, view, clusters } = props
  const t = useT()
  const say = useMeetingWords()
  const count = clusters.reduce((sum, { meetings }) => sum + meetings, 0)
  return (
    <Layout
      title={t('map.title')}
      zone="none"
      wide
      islands={['meetings/map']}
      sheets={['meetings/finder', 'meetings/map']}
    >
      <h1>{t('map.title')}</h1>
      <p class="lead">{t('map.lead')}</p>
      <Looks {...{ search }} look="map" />
      <details class="week-search">
        <summary>{t('filter.submit')}</summary>
        <FilterForm {...{ search, choices }} look="map" />
      </details>
      <Chosen {...{ search }} look="map" near={near?.found} />
      {misread && <Notice kind="warn">{say('list.wrongFilter')}</Notice>}
      <NearLine {...{ search, near }} look="map" />
      <WordsLine {...{ words }} />
      <div class="map">
        <Steer {...{ search, view }} />
        <section class="map-frame" aria-label={t('map.label')}>
          <MapPicture {...props} />
        </section>
        <LiveMap {...props} />
      </div>
      <p role="status">
        {t('map.count', { count })} <a href={finderPath(search, listed(view))}>{t('map.asList')}</a>
      </p>
      <p class="soft small">{t('map.source')}</p>
    </Layout>
  )
}

/** The list of what is in the picture, as far as a list can be around a point. */
function listed(view: MapView) {
  const km = [2, 5, 10, 25, 50, 100].find((each) => each >= radiusKm(view))
  if (!km) return {}
  const round = (degrees: number) => Math.round(degrees * 100) / 100
  const at = { latitude: round(view.center.latitude), longitude: round(view.center.longitude) }
  return { near: '', at, km, sort: 'distance' as const }
}

function Steer({ search, view }: { search: Search; view: MapView }) {
  const t = useT()
  const deeper = (by: number) => mapPath(search, { ...view, zoom: view.zoom + by })
  return (
    <nav class="map-steer" aria-label={t('map.move')}>
      {view.zoom < deepest && <a href={deeper(1)}>{t('map.in')}</a>}
      {view.zoom > 0 && <a href={deeper(-1)}>{t('map.out')}</a>}
      {view.zoom > 0 &&
        (['north', 'south', 'west', 'east'] as const).map((towards) => (
          <a key={towards} href={mapPath(search, moved(view, towards))}>
            {t(`map.${towards}`)}
          </a>
        ))}
      {view.zoom > 0 && (
        <a href={mapPath(search, { zoom: 0, center: { latitude: 30, longitude: 0 } })}>{t('map.world')}</a>
      )}
    </nav>
  )
}

/** What the island needs to draw the same map so that it can be moved. */
function LiveMap({ search, view, tiles }: MapProps) {
  const t = useT()
  const { assets } = useVisit()
  const marks = finderPath(search, {}, 'map').replace('/meetings/map', '/meetings/map/marks')
  const { latitude, longitude } = view.center
  return (
    <div
      hidden
      class="map-live"
      data-map={`${view.zoom}/${latitude}/${longitude}`}
      data-marks={marks}
      data-outline={assets.url('world.json')}
      data-worker={assets.url('worker/meetings/map')}
      {...(tiles ? { 'data-tiles': '/meetings/map/tiles' } : {})}
      data-one={t('map.one', { name: '{name}' })}
      data-many={t('map.many', { count: '{count}' })}
      data-stopped={t('map.stopped')}
      data-nostreets={t('map.noStreets')}
      data-in={t('map.in')}
      data-out={t('map.out')}
    >
      <button type="button" class="button plain">
        {t('map.live')}
      </button>
      <section aria-label={t('map.label')} />
      <p role="status" class="soft" />
    </div>
  )
}
