import { calendarShape } from './calendar/shape.ts'
import { bmltShape, guideShape, type Raw, type Shape } from './shape.ts'
import type { Feed } from './store.ts'
import { tsmlColumns } from './tables/known.ts'
import { nawsShape, tableShape } from './tables/shapes.ts'

/** How one record of a list is read when the rest of the list is not at hand. */
export function shapeOfFeed(feed: Feed, raw: Raw, now: Temporal.Instant): Shape {
  const zone = feed.zone ?? undefined
  switch (feed.format) {
    case 'bmlt':
      return bmltShape(undefined, zone)
    case 'naws':
      return nawsShape(zone)
    case 'tsml':
      return tableShape('tsml', tsmlColumns(Object.keys(raw)) ?? [], zone)
    case 'table':
      return tableShape('table', feed.columns ?? [], zone)
    case 'calendar':
      return calendarShape({ calendar: undefined, feed: zone }, now)
    default:
      return guideShape(zone)
  }
}
