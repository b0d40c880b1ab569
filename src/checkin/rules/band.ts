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

const lastDay = 84
const room = { left: 34, right: 14, top: 26, bottom: 48 }

/** Height has no unit: only the times rest on sources, so the picture carries no scale upwards and no number is read off it. */
type Shape = { day: number; low: number; high: number }[]

function shapeOf(course: Course): Shape {
  const first = course.firstHours / 24
  const lateOnset = course.onsetHours[1] / 24
  const [peak, peakEnd] = course.peakDays
  const [acuteEnd, lateEnd] = course.acuteEndDays
  const longest = course.acuteEndRangeDays[1]
  return [
    { day: 0, low: 0, high: 0.02 },
    { day: first, low: 0, high: 0.08 },
    { day: Math.max(lateOnset * 0.6, first + 0.2), low: 0.06, high: 0.55 },
    { day: Math.max(peak, lateOnset) + 0.2, low: 0.28, high: 0.94 },
    { day: (peak + peakEnd + 1) / 2 + 0.2, low: 0.34, high: 1 },
    { day: peakEnd + 1, low: 0.26, high: 0.9 },
    { day: (acuteEnd + lateEnd) / 2 + 0.5, low: 0.13, high: 0.62 },
    { day: Math.max(longest, lateEnd + 2), low: 0.07, high: 0.42 },
    { day: 28, low: 0.03, high: 0.28 },
    { day: 56, low: 0, high: 0.16 },
    { day: lastDay, low: 0, high: 0.08 },
  ]
}

/** Draws the course at a size; `hours` since the last dose places the person on the middle of the band. */
export function drawBand(course: Course, size: BandSize, hours?: number): Band {
  const left = room.left
  const right = size.width - room.right
  const floor = size.height - room.bottom
  // The first days are where people look closest: a root scale gives them room without hiding the weeks.
  const x = scalePow().exponent(0.5).domain([0, lastDay]).range([left, right]).clamp(true)
  const y = scaleLinear().domain([0, 1]).range([floor, room.top])
  const shape = shapeOf(course)
  const middleAt = (at: Shape[number]) => at.low + (at.high - at.low) * 0.48
  const range = area<Shape[number]>()
    .x((at) => x(at.day))
    .y0((at) => y(at.low))
    .y1((at) => y(at.high))
    .curve(curveMonotoneX)
    .digits(1)
  const middle = line<Shape[number]>()
    .x((at) => x(at.day))
    .y((at) => y(middleAt(at)))
    .curve(curveMonotoneX)
    .digits(1)
  const days = size.width < 480 ? [0, 3, 7, 28, 84] : [0, 1, 3, 7, 14, 28, 56, 84]
  return {
    range: range(shape) ?? '',
    middle: middle(shape) ?? '',
    floor,
    left,
    right,
    top: room.top,
    marks: days.map((day) => ({ day, x: round(x(day)) })),
    point: hours === undefined ? undefined : pointAt(hours / 24),
  }

  function pointAt(day: number) {
    const along = scaleLinear()
      .domain(shape.map((at) => at.day))
      .range(shape.map(middleAt))
      .clamp(true)
    const at = round(x(day))
    return { x: at, y: round(y(along(day))), leftward: at > size.width * 0.6 }
  }
}

const round = (number: number) => Math.round(number * 10) / 10
