import { useT } from '../messages.ts'
import { type Band, type BandSize, drawBand, lastDay } from '../rules/band.ts'
import { type Course, dayOf, type Standing, tailWeeks } from '../rules/course.ts'

const phone: BandSize = { width: 330, height: 250 }
const desk: BandSize = { width: 640, height: 300 }

interface CourseProps {
  course: Course
  standing: Standing
  /** The sentence of where the person is, for those who hear the picture. */
  where: string
  /** Said once, under the last picture. */
  caveat: boolean
}

/** The typical course as a picture, and the same in words under it. */
export function CourseFigure({ course, standing, where, caveat }: CourseProps) {
  const t = useT()
  const hours = standing.at === 'point' ? standing.hours : undefined
  const alt = `${t('band.alt', { kind: t(`course.${course.id}`), where })} ${usePointInWords(hours)}`
  return (
    <figure class="course">
      <h3>{t(`course.${course.id}`)}</h3>
      {/* Two drawings, one shown: text in a picture that shrinks with the page could not be read on a phone. */}
      <Picture band={drawBand(course, phone, hours)} size={phone} name="narrow" alt={alt} />
      <Picture band={drawBand(course, desk, hours)} size={desk} name="broad" alt={alt} />
      <CourseInWords course={course} />
      {caveat && <figcaption class="soft small">{t('band.caveat')}</figcaption>}
    </figure>
  )
}

function usePointInWords(hours: number | undefined) {
  const t = useT()
  if (hours === undefined) return t('band.alt_none')
  return hours < 24
    ? t('band.alt_hours', { hours: Math.round(hours) })
    : t('band.alt_point', { day: dayOf(hours) })
}

function Picture(props: { band: Band; size: BandSize; name: 'narrow' | 'broad'; alt: string }) {
  const t = useT()
  const { band, size, alt } = props
  const { point } = band
  return (
    <svg
      class={`band ${props.name}`}
      viewBox={`0 0 ${size.width} ${size.height}`}
      role="img"
      aria-label={alt}
    >
      <path class="band-range" d={band.range} />
      <path class="band-middle" d={band.middle} />
      <line class="band-axis" x1={band.left} x2={band.right} y1={band.floor} y2={band.floor} />
      {band.marks.map((mark) => (
        <g key={mark.day}>
          <line class="band-axis" x1={mark.x} x2={mark.x} y1={band.floor} y2={band.floor + 5} />
          <text class="band-text" x={mark.x} y={band.floor + 20} text-anchor={anchorOf(mark.day)}>
            {t.any(`band.mark.${mark.day}`)}
          </text>
        </g>
      ))}
      <text class="band-text" x={(band.left + band.right) / 2} y={size.height - 6} text-anchor="middle">
        {t('band.along')}
      </text>
      <text
        class="band-text"
        transform={`translate(14 ${(band.floor + band.top) / 2}) rotate(-90)`}
        text-anchor="middle"
      >
        {t('band.up')}
      </text>
      <text class="band-text" x={band.right - 4} y={band.floor - 58} text-anchor="end">
        {t('band.is')}
      </text>
      {point && (
        <>
          <line class="band-now" x1={point.x} x2={point.x} y1={band.top - 8} y2={band.floor} />
          <circle class="band-point" cx={point.x} cy={point.y} r="8" />
          <text
            class="band-you"
            x={point.leftward ? point.x - 8 : point.x + 8}
            y={band.top - 6}
            text-anchor={point.leftward ? 'end' : 'start'}
          >
            {t('band.you')}
          </text>
        </>
      )}
    </svg>
  )
}

/** The first and the last day of the picture keep their words inside it. */
function anchorOf(day: number) {
  if (day === 0) return 'start'
  return day === lastDay ? 'end' : 'middle'
}

function CourseInWords({ course }: { course: Course }) {
  const t = useT()
  const [from, to] = course.onsetHours
  const [early, late] = course.acuteEndRangeDays
  const [settles, settled] = course.acuteEndDays
  const [weeks, moreWeeks] = tailWeeks.typical
  const sameRange = early === settles && late === settled
  return (
    <dl class="course-words">
      <div>
        <dt>{t('band.onset')}</dt>
        <dd>
          {course.firstHours < from
            ? t('band.onset.is', { from, to, first: course.firstHours })
            : t('band.onset.short', { from, to })}
        </dd>
      </div>
      <div>
        <dt>{t('band.peak')}</dt>
        <dd>{t('band.days', { from: course.peakDays[0], to: course.peakDays[1] })}</dd>
      </div>
      <div>
        <dt>{t('band.body')}</dt>
        <dd>
          {sameRange
            ? t('band.days', { from: settles, to: settled })
            : t('band.body.is', { from: settles, to: settled, early, late })}
        </dd>
      </div>
      <div>
        <dt>{t('band.tail')}</dt>
        <dd>
          {t(`band.tail.${course.id}`, { from: weeks, to: moreWeeks, months: tailWeeks.longestMonths })}
        </dd>
      </div>
    </dl>
  )
}
