import type { Context } from 'hono'
import { notFound } from '../../platform/errors.ts'
import { type Env, slice } from '../../platform/web.ts'
import { listTownsIn } from '../places/store.ts'
import { MapPage } from '../views/map.tsx'
import { choicesOf, findNear, readSearch } from './asked.ts'
import { type Cluster, listClusters } from './clusters.store.ts'
import type { Filters } from './filters.ts'
import { boxOfView, readMapView, viewOf } from './mapView.ts'
import { mergeNear } from './merging.ts'
import { drawOutline } from './outline.ts'
import { understand } from './search.store.ts'
import { readPart } from './tiles.ts'
import { latitudeOf, longitudeOf, type MapBox } from './worldMap.ts'

export const map = slice()

const keptSeconds = 300
const townsAsked = 40

map.get('/', async (c) => {
  const asked = readSearch(c, 'map')
  if (asked.tidier) return c.redirect(asked.tidier, 303)
  if (asked.isPlain) c.var.cache.guestPage(['meetings', 'groups'], { forSeconds: keptSeconds })
  const { filters } = asked.search
  const place = await findNear(c, asked)
  const given = readMapView(new URL(c.req.url).searchParams.get('map'))
  const view = given ?? viewOf(place.point, filters.km)
  const box = boxOfView(view)
  const { clusters, words } = await clustersIn(c, filters, place.zone, {
    box,
    point: given ? undefined : place.point,
  })
  const towns = await listTownsIn(c.var.db, degreesOf(box), townsAsked)
  const outline = drawOutline(c.var.assets, box)
  const tiles = c.var.config.mapTiles !== undefined
  const drawn = { view, box, clusters, towns, outline, tiles, point: place.point }
  const more = { words, near: place.near, now: c.var.now, choices: await choicesOf(c) }
  return c.var.page(<MapPage {...asked} {...drawn} {...more} />)
})

/** The marks of a part of the world, for the map that moves. */
map.get('/marks', async (c) => {
  const { search, zone } = readSearch(c, 'map')
  const view = readMapView(new URL(c.req.url).searchParams.get('map'))
  if (!view) return c.json({ marks: [] })
  const { clusters } = await clustersIn(c, search.filters, zone, { box: boxOfView(view), point: undefined })
  c.header('cache-control', 'private, max-age=60')
  return c.json({ marks: clusters.map(markOf) })
})

/** The operator's own map of streets, part by part, as PMTiles are read. */
map.get('/tiles', async (c) => {
  const { mapTiles } = c.var.config
  if (!mapTiles) throw notFound()
  const { bytes, range, etag } = await readPart(mapTiles, c.req.header('range'))
  c.header('content-type', 'application/octet-stream')
  c.header('content-range', range)
  c.header('etag', etag)
  c.header('accept-ranges', 'bytes')
  c.header('cache-control', 'private, max-age=86400')
  return c.body(bytes, 206)
})

function markOf({ x, y, meetings, id, name }: Cluster) {
  return { longitude: longitudeOf(x), latitude: latitudeOf(y), meetings, id, name }
}

/** What the search finds there; a map that was moved away from a place shows what is elsewhere too. */
async function clustersIn(
  c: Context<Env>,
  filters: Filters,
  zone: string,
  { box, point }: { box: MapBox; point: Filters['at'] },
) {
  const { db, now } = c.var
  const wanted = await understand(db, filters, { now, zone, point: undefined })
  const inCircle = point ? { ...wanted, area: { point, km: filters.km } } : wanted
  return { clusters: mergeNear(await listClusters(db, inCircle, box), box), words: wanted.words }
}

function degreesOf(box: MapBox) {
  return {
    west: longitudeOf(box.west),
    east: longitudeOf(box.east),
    north: latitudeOf(box.north),
    south: latitudeOf(box.south),
  }
}
