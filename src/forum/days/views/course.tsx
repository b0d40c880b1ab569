import { type Course, concentrated, leaf, type Part, partsOf } from '../../../checkin/course/index.ts'
import { useT } from '../messages.ts'

/** The usual course in words, with the part that is looked at: where these days lie in it for many people. */
export function CourseInWords({ from, to }: { from: number; to: number }) {
  const t = useT()
  return (
    <section class="course-here">
      <h2>{t('course.title')}</h2>
      {[leaf, concentrated].map((course) => (
        <Parts key={course.id} course={course} from={from} to={to} />
      ))}
      <p class="soft small">
        {t('course.caveat')} <a href="/check-in">{t('course.checkin')}</a>
      </p>
    </section>
  )
}

function Parts({ course, from, to }: { course: Course; from: number; to: number }) {
  const t = useT()
  return (
    <>
      <h3>{t(`course.${course.id}`)}</h3>
      <ol class="course-parts">
        {partsOf(course).map((part) => {
          const isHere = part.from <= to && (part.to === undefined || part.to >= from)
          return (
            <li key={part.phase} {...(isHere ? { 'aria-current': 'true' } : {})}>
              <strong>{t(`course.${part.phase}`)}</strong> <span>{daysInWords(t, part)}</span>
              {isHere && <span class="unseen">{t('course.here')}</span>}
            </li>
          )
        })}
      </ol>
    </>
  )
}

function daysInWords(t: ReturnType<typeof useT>, { phase, from, to }: Part): string {
  if (to === undefined) return t('course.after')
  if (phase === 'tail') return t('course.weeks', { to: Math.round(to / 7) })
  if (phase === 'late_tail') return t('course.months', { to: Math.round(to / 30) })
  return from === to ? t('course.day', { from }) : t('course.days', { from, to })
}
