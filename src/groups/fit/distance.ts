const earthKm = 6371

/** Great-circle distance in kilometres (haversine). */
export function distanceKm(from: { lat: number; lng: number }, to: { lat: number; lng: number }): number {
  const rad = Math.PI / 180
  const lat = ((to.lat - from.lat) * rad) / 2
  const lng = ((to.lng - from.lng) * rad) / 2
  const part = Math.sin(lat) ** 2 + Math.cos(from.lat * rad) * Math.cos(to.lat * rad) * Math.sin(lng) ** 2
  return 2 * earthKm * Math.asin(Math.min(1, Math.sqrt(part)))
}
