import { readFileSync } from 'node:fs'
import { feature, mesh } from 'topojson-client'

type Position = [number, number]

interface Feature {
  type: 'Feature'
  properties: { is: 'land' | 'border' }
  geometry:
    | { type: 'MultiPolygon'; coordinates: Position[][][] }
    | { type: 'MultiLineString'; coordinates: Position[][] }
}

/** The coasts and borders of the world (Natural Earth, 1:50 million) as GeoJSON, to about a kilometre. */
export function worldOutline(): { type: 'FeatureCollection'; features: Feature[] } {
  const atlas = JSON.parse(readFileSync('node_modules/world-atlas/countries-50m.json', 'utf8'))
  const land = feature(atlas, atlas.objects.land) as unknown as {
    features?: { geometry: { coordinates: Position[][][] } }[]
    geometry?: { coordinates: Position[][][] }
  }
  const coasts =
    land.features?.flatMap(({ geometry }) => geometry.coordinates) ?? land.geometry?.coordinates ?? []
  const borders = mesh(atlas, atlas.objects.countries, (one, other) => one !== other)
  return {
    type: 'FeatureCollection',
    features: [
      {
        type: 'Feature',
        properties: { is: 'land' },
        geometry: { type: 'MultiPolygon', coordinates: coasts.map((polygon) => polygon.map(rounded)) },
      },
      {
        type: 'Feature',
        properties: { is: 'border' },
        geometry: {
          type: 'MultiLineString',
          coordinates: (borders.coordinates as Position[][]).map(rounded),
        },
      },
    ],
  }
}

/**
 * Rounded, without the points that have become the same. A line that crosses the date line goes on beyond 180 degrees
 * instead of jumping around the world.
 */
function rounded(line: Position[]): Position[] {
  const points: Position[] = []
  let turns = 0
  for (const [east, north] of line) {
    const point: Position = [Math.round(east * 100) / 100 + turns * 360, Math.round(north * 100) / 100]
    const last = points.at(-1)
    const jump = last ? Math.round((last[0] - point[0]) / 360) : 0
    turns += jump
    point[0] = Math.round((point[0] + jump * 360) * 100) / 100
    if (last?.[0] !== point[0] || last[1] !== point[1]) points.push(point)
  }
  return points
}
