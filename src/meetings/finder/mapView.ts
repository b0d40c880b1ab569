import type { Point } from './filters.ts'
import { latitudeOf, longitudeOf, type MapBox, mapX, mapY } from './worldMap.ts'

/** The picture in its own units; the page scales it. */
export const mapWidth = 480
export const mapHeight = 420

/** At the least the whole world fits into the width; each step shows half as much. */
export const deepest = 11

export interface MapView {
  zoom: number
  center: Point
}

const wholeWorld: MapView = { zoom: 0, center: { latitude: 30, longitude: 0 } }

/** "4/39.95/-75.17", as it stands in the address; undefined when it says nothing or nonsense. */
export function readMapView(text: string | null): MapView | undefined {
  const match = /^(\d{1,2})\/(-?\d{1,2}(?:\.\d{1,6})?)\/(-?\d{1,3}(?:\.\d{1,6})?)$/.exec(text ?? '')
  if (!match) return undefined
  const [zoom, latitude, longitude] = match.slice(1).map(Number) as [number, number, number]
  if (zoom > deepest || Math.abs(latitude) > 85 || Math.abs(longitude) > 180) return undefined
  return { zoom, center: { latitude, longitude } }
}

export function mapViewText({ zoom, center }: MapView): string {
  return `${zoom}/${center.latitude.toFixed(2)}/${center.longitude.toFixed(2)}`
}

/** The world, or what lies within a distance of a place. */
export function viewOf(point: Point | undefined, km: number): MapView {
  if (!point) return wholeWorld
  const shareOfEarth = (2.6 * km) / (40_030 * Math.cos((point.latitude * Math.PI) / 180))
  const zoom = Math.floor(Math.log2(1 / shareOfEarth))
  return { zoom: Math.max(0, Math.min(deepest, zoom)), center: point }
}

/** Units of the picture for the whole width of the world. */
function scaleOf({ zoom }: MapView): number {
  return mapWidth * 2 ** zoom
}

/** The part of the world a view shows; kept inside the world from west to east. */
export function boxOfView(view: MapView): MapBox {
  const halfX = mapWidth / 2 / scaleOf(view)
  const halfY = mapHeight / 2 / scaleOf(view)
  const x = Math.max(halfX, Math.min(1 - halfX, mapX(view.center.longitude)))
  const y = mapY(view.center.latitude)
  return { west: x - halfX, east: x + halfX, north: y - halfY, south: y + halfY }
}

/** Where a point of the world map stands in the picture. */
export function placeIn(box: MapBox, x: number, y: number): { x: number; y: number } {
  return {
    x: ((x - box.west) / (box.east - box.west)) * mapWidth,
    y: ((y - box.north) / (box.south - box.north)) * mapHeight,
  }
}

type Direction = 'north' | 'south' | 'west' | 'east'

/** The view half a picture further. */
export function moved(view: MapView, towards: Direction): MapView {
  const box = boxOfView(view)
  const [x, y] = [(box.west + box.east) / 2, (box.north + box.south) / 2]
  const stepX = ((box.east - box.west) / 2) * (towards === 'west' ? -1 : towards === 'east' ? 1 : 0)
  const stepY = ((box.south - box.north) / 2) * (towards === 'north' ? -1 : towards === 'south' ? 1 : 0)
  return {
    zoom: view.zoom,
    center: {
      latitude: Math.max(-80, Math.min(80, latitudeOf(y + stepY))),
      longitude: Math.max(-180, Math.min(180, longitudeOf(x + stepX))),
    },
  }
}

/** About how far it is from the middle to the edge. */
export function radiusKm(view: MapView): number {
  const box = boxOfView(view)
  return ((box.east - box.west) / 2) * 40_030 * Math.cos((view.center.latitude * Math.PI) / 180)
}
