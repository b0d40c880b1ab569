import { asWritten } from '../../design/index.ts'
import type { Cluster } from '../finder/clusters.store.ts'
import { mapPath } from '../finder/mapPath.ts'
import { deepest, type MapView, mapHeight, mapWidth, placeIn } from '../finder/mapView.ts'
import { useT } from '../finder/messages.ts'
import type { OutlinePaths } from '../finder/outline.ts'
import { finderPath, type Search } from '../finder/search.ts'
import { latitudeOf, longitudeOf, type MapBox, mapX, mapY } from '../finder/worldMap.ts'
import type { Place } from '../places/place.ts'

interface PictureProps {
  search: Search
  view: MapView
  box: MapBox
  clusters: Cluster[]
  towns: Place[]
  outline: OutlinePaths
}

/** The map as the server draws it: every mark is a link, so that it works by keyboard and without scripts. */
export function MapPicture({ search, view, box, clusters, towns, outline }: PictureProps) {
  const placed = clusters.map((cluster) => ({ ...cluster, at: placeIn(box, cluster.x, cluster.y) }))
  const named = towns.map((town) => ({
    town,
    at: placeIn(box, mapX(town.longitude), mapY(town.latitude)),
  }))
  return (
    <svg class="map-picture" viewBox={`0 0 ${mapWidth} ${mapHeight}`}>
      <rect class="map-sea" width={mapWidth} height={mapHeight} />
      <path class="map-land" d={outline.land} />
      <path class="map-border" d={outline.borders} />
      {labelsOf(named, placed).map(({ town, at }) => (
        <g key={town.id} class="map-town">
          <circle cx={at.x.toFixed(1)} cy={at.y.toFixed(1)} r="2" />
          <text x={(at.x + 5).toFixed(1)} y={(at.y + 4).toFixed(1)} {...asWritten}>
            {town.name}
          </text>
        </g>
      ))}
      {placed.map((cluster) => (
        <Mark
          key={`${cluster.x} ${cluster.y}`}
          {...{ cluster, search, view }}
          town={nearestTown(named, cluster.at)}
        />
      ))}
    </svg>
  )
}

interface Spot {
  at: { x: number; y: number }
}

interface NamedTown extends Spot {
  town: Place
}

const labelsAtMost = 14

/** Towns to know one's way by, the larger first, none over another or under a mark. */
function labelsOf(named: NamedTown[], marks: Spot[]): NamedTown[] {
  const shown: NamedTown[] = []
  for (const each of named) {
    const isFree =
      each.at.x < mapWidth - 70 &&
      shown.every(({ at }) => Math.abs(at.x - each.at.x) > 90 || Math.abs(at.y - each.at.y) > 16) &&
      marks.every(({ at }) => Math.hypot(at.x - each.at.x - 25, at.y - each.at.y) > 34)
    if (isFree) shown.push(each)
    if (shown.length === labelsAtMost) break
  }
  return shown
}

const aroundUnits = 60

function nearestTown(named: NamedTown[], at: Spot['at']): string | undefined {
  const [nearest] = named
    .map(({ town, at: its }) => ({ name: town.name, far: Math.hypot(its.x - at.x, its.y - at.y) }))
    .sort((one, other) => one.far - other.far)
  return nearest && nearest.far < aroundUnits ? nearest.name : undefined
}

interface MarkProps {
  cluster: Cluster & Spot
  search: Search
  view: MapView
  town: string | undefined
}

function Mark({ cluster, search, view, town }: MarkProps) {
  const t = useT()
  const { meetings, at, id, name } = cluster
  const size = 20 + Math.min(9, Math.log2(meetings))
  const count = meetings > 9999 ? `${Math.round(meetings / 1000)}k` : String(meetings)
  const center = { latitude: latitudeOf(cluster.y), longitude: longitudeOf(cluster.x) }
  const label =
    meetings === 1
      ? t('map.one', { name })
      : town
        ? t('map.cluster', { count: meetings, place: town })
        : t('map.clusterNowhere', { count: meetings })
  const round = (degrees: number) => Math.round(degrees * 100) / 100
  const here = { latitude: round(center.latitude), longitude: round(center.longitude) }
  const href =
    meetings === 1
      ? `/meetings/${id}`
      : view.zoom >= deepest
        ? finderPath(search, { near: '', at: here, km: 2, sort: 'distance' })
        : mapPath(search, { zoom: Math.min(deepest, view.zoom + 2), center })
  return (
    <a class={meetings === 1 ? 'map-mark one' : 'map-mark'} href={href} aria-label={label}>
      <circle class="map-reach" cx={at.x.toFixed(1)} cy={at.y.toFixed(1)} r="33" />
      <circle cx={at.x.toFixed(1)} cy={at.y.toFixed(1)} r={size.toFixed(0)} />
      <text x={at.x.toFixed(1)} y={(at.y + 5).toFixed(1)} {...asWritten}>
        {count}
      </text>
    </a>
  )
}
