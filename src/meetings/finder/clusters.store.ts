import type { Database } from '../../platform/database/index.ts'
import { fits, fitsTime, type Wanted } from './conditions.store.ts'
import { mapWidth } from './mapView.ts'
import type { MapBox } from './worldMap.ts'

/** Meetings that stand so near to one another in the picture that they are one mark. */
export interface Cluster {
  x: number
  y: number
  meetings: number
  /** Of a mark that is one meeting. */
  id: string
  name: string
}

/** Marks are so far apart, in units of the picture. */
const spacing = 60

/** The meetings with a room in a part of the world, as marks. */
export async function listClusters(db: Database, wanted: Wanted, box: MapBox): Promise<Cluster[]> {
  const across = mapWidth / spacing / (box.east - box.west)
  return db<Cluster[]>`
    select avg(map_x) as x, avg(map_y) as y, count(*)::int as meetings, min(id) as id, min(name) as name
    from meetings
    where in_person and status = 'running'
      and point(map_x, map_y) <@ box(point(${box.west}, ${box.north}), point(${box.east}, ${box.south}))
      and ${fits(db, wanted)}
      ${
        wanted.spans
          ? db`and exists (select from meeting_times where meeting_id = meetings.id and ${fitsTime(db, wanted)})`
          : db``
      }
    group by floor(map_x * ${across}), floor(map_y * ${across})
    order by meetings desc limit 200`
}
