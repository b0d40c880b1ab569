import { scaleLinear, scalePow } from 'd3-scale'
import { area, curveMonotoneX, line } from 'd3-shape'
import type { Course } from './course.ts'

export interface BandSize {
  width: number
  height: number
}

interface Mark {
  x: number
  day: number
}

/** Everything needed to draw a course: paths and places in units of the picture. */
export interface Band {
  range: string
  middle: string
  floor: number
  left: number
  right: number
  top: number
  marks: Mark[]
  point: { x: number; y: number; leftward: boolean } | undefined
}

/** The picture ends after twelve weeks. */
export const lastDay = 84
const room = { left: 34, right: 14, top: 26, bottom: 48 }

/** Height has no unit: only the times rest on sources, so the picture carries no scale upwards and no number is read off it. */
interface Anchor {
  day: number
  low: number
  high: number
}

function anchorsOf(course: Course): Anchor[] {
  const first = course.firstHours / 24
  const lateOnset = course.onsetHours[1] / 24
  const [peak, peakEnd] = course.peakDays
  const [acuteEnd, lateEnd] = course.acuteEndDays
  const longest = Math.max(course.acuteEndRangeDays[1], lateEnd + 2)
  return [
    { day: 0, low: 0, high: 0 },
    { day: first, low: 0, high: 0.05 },
    { day: Math.max(peak, lateOnset), low: 0.28, high: 0.97 },
    { day: (peak + peakEnd + 1) / 2, low: 0.4, high: 1.08 },
    { day: peakEnd + 1, low: 0.32, high: 0.97 },
    { day: (acuteEnd + lateEnd) / 2, low: 0.14, high: 0.62 },
    { day: longest, low: 0.08, high: 0.42 },
    { day: 28, low: 0.03, high: 0.27 },
    { day: 56, low: 0.01, high: 0.16 },
    { day: lastDay, low: 0, high: 0.09 },
  ]
}

const samples = 48
const softness = [-0.05, -0.035, -0.02, -0.01, 0, 0.01, 0.02, 0.035, 0.05]

/** The band at places along the picture (0 to 1), with its corners rounded: nothing about it is as sharp as a corner. */
function bandAt(course: Course, along: (day: number) => number) {
  const anchors = anchorsOf(course)
  const places = anchors.map((anchor) => along(anchor.day))
  const bound = (side: 'low' | 'high') => {
    const straight = scaleLinear(
      places,
      anchors.map((anchor) => anchor[side]),
    ).clamp(true)
    return (at: number) => softness.reduce((sum, step) => sum + straight(at + step), 0) / softness.length
  }
  return { low: bound('low'), high: bound('high') }
}

/** Draws the course at a size; `hours` since the last dose places the person on the middle of the band. */
export function drawBand(course: Course, size: BandSize, hours?: number): Band {
  const left = room.left
  const right = size.width - room.right
  const floor = size.height - room.bottom
  // The first days are where people look closest: a root scale gives them room without hiding the weeks.
  const along = scalePow([0, lastDay], [0, 1]).exponent(0.5).clamp(true)
  const x = scaleLinear([0, 1], [left, right])
  const y = scaleLinear([0, 1.05], [floor, room.top]).clamp(true)
  const { low, high } = bandAt(course, along)
  const middle = (at: number) => low(at) + (high(at) - low(at)) * 0.48
  const places = Array.from({ length: samples + 1 }, (_, index) => index / samples)
  // Fewer words on a phone, so that none stands on another.
  const days = size.width < 480 ? [3, 14, 56] : [0, 3, 7, 14, 28, 56, 84]
  const now = hours === undefined ? undefined : along(hours / 24)
  return {
    range:
      area<number>(
        x,
        (at) => y(low(at)),
        (at) => y(high(at)),
      )
        .curve(curveMonotoneX)
        .digits(1)(places) ?? '',
    middle:
      line<number>(x, (at) => y(middle(at)))
        .curve(curveMonotoneX)
        .digits(1)(places) ?? '',
    floor,
    left,
    right,
    top: room.top,
    marks: days.map((day) => ({ day, x: round(x(along(day))) })),
    point:
      now === undefined ? undefined : { x: round(x(now)), y: round(y(middle(now))), leftward: now > 0.6 },
  }
}

const round = (number: number) => Math.round(number * 10) / 10
