import type { Point } from './filters.ts'

/** A part of the square world map, 0 to 1 from the north-west; `map_x` and `map_y` in the database. */
export interface MapBox {
  west: number
  north: number
  east: number
  south: number
}

const aroundEarthKm = 40_030.2
const mostNorth = 85

export function mapX(longitude: number): number {
  return (longitude + 180) / 360
}

export function mapY(latitude: number): number {
  const bounded = Math.max(-mostNorth, Math.min(mostNorth, latitude))
  return 0.5 - Math.log(Math.tan(Math.PI / 4 + (bounded * Math.PI) / 360)) / (2 * Math.PI)
}

export function longitudeOf(x: number): number {
  return x * 360 - 180
}

export function latitudeOf(y: number): number {
  return (Math.atan(Math.exp((0.5 - y) * 2 * Math.PI)) * 360) / Math.PI - 90
}

/** The boxes that hold everything within a distance: two at the date line, the whole belt near a pole. */
export function boxOf({ latitude, longitude }: Point, km: number): MapBox[] {
  const north = latitude + (km / aroundEarthKm) * 360
  const south = latitude - (km / aroundEarthKm) * 360
  const y = { north: mapY(Math.min(90, north)), south: mapY(Math.max(-90, south)) }
  const nearestPole = Math.min(89.9, Math.max(Math.abs(north), Math.abs(south)))
  const half = km / aroundEarthKm / Math.cos((nearestPole * Math.PI) / 180)
  const [west, east] = [mapX(longitude) - half, mapX(longitude) + half]
  if (half >= 0.5) return [{ west: 0, east: 1, ...y }]
  if (west < 0)
    return [
      { west: 0, east, ...y },
      { west: west + 1, east: 1, ...y },
    ]
  if (east > 1)
    return [
      { west, east: 1, ...y },
      { west: 0, east: east - 1, ...y },
    ]
  return [{ west, east, ...y }]
}

/** The world map is counted in so many cells each way; one is about 30 km wide in Europe and the United States. */
export const cellsAcross = 1024
const mostCells = 400

export interface CellShare {
  /** As `finder_counts` names it. */
  cell: string
  /** How much of the cell the boxes cover, 0 to 1. */
  share: number
}

/** The cells that boxes touch; undefined when there are too many to ask about. */
export function cellsOf(boxes: MapBox[]): CellShare[] | undefined {
  const shares: CellShare[] = []
  for (const { west, north, east, south } of boxes) {
    const across = [Math.floor(west * cellsAcross), Math.floor(east * cellsAcross)] as const
    const down = [Math.floor(north * cellsAcross), Math.floor(south * cellsAcross)] as const
    if ((across[1] - across[0] + 1) * (down[1] - down[0] + 1) > mostCells) return undefined
    for (let x = across[0]; x <= across[1]; x++)
      for (let y = down[0]; y <= down[1]; y++)
        shares.push({ cell: `cell:${x}:${y}`, share: overlap(x, west, east) * overlap(y, north, south) })
  }
  return shares
}

/** Times are kept by smaller squares: cell_of() in the database numbers them so. */
const squaresAcross = 4096
const mostSquares = 3000
/** The square of a time whose place was not worked out. */
const anywhere = 0

/** The squares that boxes touch, as `meeting_times.cell` has them; undefined when there are too many to read. */
export function squaresOf(boxes: MapBox[]): number[] | undefined {
  const squareAt = (position: number) =>
    Math.min(squaresAcross - 1, Math.max(0, Math.floor(position * squaresAcross)))
  const squares = [anywhere]
  for (const { west, north, east, south } of boxes) {
    const [left, right] = [squareAt(west), squareAt(east)]
    const [top, bottom] = [squareAt(north), squareAt(south)]
    if (squares.length + (right - left + 1) * (bottom - top + 1) > mostSquares) return undefined
    for (let y = top; y <= bottom; y++)
      for (let x = left; x <= right; x++) squares.push(1 + y * squaresAcross + x)
  }
  return squares
}

function overlap(cell: number, from: number, until: number): number {
  return Math.max(0, Math.min(cell + 1, until * cellsAcross) - Math.max(cell, from * cellsAcross))
}
