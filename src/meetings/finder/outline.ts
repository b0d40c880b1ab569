import type { Assets } from '../../platform/assets.ts'
import { mapHeight, mapWidth } from './mapView.ts'
import { type MapBox, mapX, mapY } from './worldMap.ts'

/** A coast or a border on the square world map: x, y, x, y … */
interface Line {
  points: Float32Array
  box: MapBox
}

interface Outline {
  land: Line[]
  borders: Line[]
}

/** Coasts and borders as paths of SVG, of the part of the world that a picture shows. */
export interface OutlinePaths {
  land: string
  borders: string
}

let outline: Outline | undefined

type Position = [number, number]

/** See scripts/worldOutline.ts. */
interface BuiltWorld {
  features: [{ geometry: { coordinates: Position[][][] } }, { geometry: { coordinates: Position[][] } }]
}

/** Reads the built outline once; without a build the map has its marks alone. */
function outlineOf(assets: Assets): Outline {
  if (outline) return outline
  const built = assets.read(assets.url('world.json'))
  if (!built) return { land: [], borders: [] }
  const [land, borders] = (JSON.parse(built.identity.toString()) as BuiltWorld).features
  outline = {
    land: land.geometry.coordinates.flat().map(lineOf),
    borders: borders.geometry.coordinates.map(lineOf),
  }
  return outline
}

function lineOf(coordinates: Position[]): Line {
  const points = new Float32Array(coordinates.length * 2)
  const box = { west: 2, east: -1, north: 1, south: 0 }
  coordinates.forEach(([longitude, latitude], index) => {
    const [x, y] = [mapX(longitude), mapY(latitude)]
    points[index * 2] = x
    points[index * 2 + 1] = y
    box.west = Math.min(box.west, x)
    box.east = Math.max(box.east, x)
    box.north = Math.min(box.north, y)
    box.south = Math.max(box.south, y)
  })
  return { points, box }
}

export function drawOutline(assets: Assets, box: MapBox): OutlinePaths {
  const { land, borders } = outlineOf(assets)
  // A coast that crosses the date line stands beyond the edge of the world, and once more at the other.
  const worlds = [-1, 0, 1].map((turn) => ({ ...box, west: box.west + turn, east: box.east + turn }))
  const draw = (lines: Line[], isClosed: boolean) =>
    worlds
      .flatMap((world) =>
        lines.filter((line) => isSeen(line, world)).map((line) => pathOf(line, world, isClosed)),
      )
      .join('')
  return { land: draw(land, true), borders: draw(borders, false) }
}

function isSeen({ box }: Line, world: MapBox): boolean {
  return box.west < world.east && box.east > world.west && box.north < world.south && box.south > world.north
}

/** Beyond the edge a line runs straight: browsers are slow with coordinates in the millions. */
const beyond = 480

/** Points nearer to the last one than this cannot be told apart. */
const grain = 0.9

function pathOf({ points }: Line, box: MapBox, isClosed: boolean): string {
  const [scaleX, scaleY] = [mapWidth / (box.east - box.west), mapHeight / (box.south - box.north)]
  let path = ''
  let [lastX, lastY, count] = [Number.NaN, Number.NaN, 0]
  for (let at = 0; at < points.length; at += 2) {
    const x = bounded(((points[at] ?? 0) - box.west) * scaleX, mapWidth)
    const y = bounded(((points[at + 1] ?? 0) - box.north) * scaleY, mapHeight)
    if (Math.abs(x - lastX) < grain && Math.abs(y - lastY) < grain) continue
    path += `${count === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`
    ;[lastX, lastY] = [x, y]
    count++
  }
  return count < 2 ? '' : isClosed ? `${path}Z` : path
}

function bounded(value: number, size: number): number {
  return Math.max(-beyond, Math.min(size + beyond, value))
}
