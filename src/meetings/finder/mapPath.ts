import { type MapView, mapViewText } from './mapView.ts'
import { finderPath, type Search } from './search.ts'

/** The address of the map at a view. */
export function mapPath(search: Search, view: MapView): string {
  const path = finderPath(search, {}, 'map')
  return `${path}${path.includes('?') ? '&' : '?'}map=${mapViewText(view)}`
}
