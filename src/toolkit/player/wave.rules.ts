export const sea = { width: 320, height: 150, floor: 132, crest: 104 }

const points = 48

/** How high a craving stands, from 0 to 1, when this part of the time is over: it climbs faster than it falls. */
function heightAt(part: number): number {
  return 0.12 + 0.88 * Math.sin(Math.PI * Math.min(1, Math.max(0, part)) ** 0.8) ** 2
}

export function placeOnWave(part: number): { x: number; y: number } {
  const round = (value: number) => Math.round(value * 10) / 10
  return { x: round(part * sea.width), y: round(sea.floor - sea.crest * heightAt(part)) }
}

/** The whole wave, as a path to draw. */
export function wavePath(): string {
  const crests = Array.from({ length: points + 1 }, (_, at) => placeOnWave(at / points))
  return `M0 ${sea.height} ${crests.map(({ x, y }) => `L${x} ${y}`).join(' ')} L${sea.width} ${sea.height}Z`
}
