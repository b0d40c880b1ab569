import type { Cluster } from './clusters.store.ts'
import { mapWidth } from './mapView.ts'
import type { MapBox } from './worldMap.ts'

/** Marks that would touch become one, the larger drawing in the smaller; in units of the picture. */
const apart = 58

export function mergeNear(clusters: Cluster[], box: MapBox): Cluster[] {
  const reach = (apart / mapWidth) * (box.east - box.west)
  const merged: Cluster[] = []
  for (const cluster of [...clusters].sort((one, other) => other.meetings - one.meetings)) {
    const near = merged.find((each) => Math.hypot(each.x - cluster.x, each.y - cluster.y) < reach)
    if (!near) {
      merged.push({ ...cluster })
      continue
    }
    const meetings = near.meetings + cluster.meetings
    near.x = (near.x * near.meetings + cluster.x * cluster.meetings) / meetings
    near.y = (near.y * near.meetings + cluster.y * cluster.meetings) / meetings
    near.meetings = meetings
  }
  return merged
}
