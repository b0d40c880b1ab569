import lookUpZone from '@photostructure/tz-lookup'

/** The zone whose clocks hang there. */
export function zoneAt({ latitude, longitude }: { latitude: number; longitude: number }): string {
  return lookUpZone(latitude, longitude)
}
