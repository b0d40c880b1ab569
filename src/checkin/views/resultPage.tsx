import type { VNode } from 'preact'
import { Button, Card, Form, Layout, LinkButton } from '../../design/index.ts'
import type { Country, Numbers } from '../../help/index.ts'
import { useT } from '../messages.ts'
import { type CompleteAnswers, dangers } from '../rules/answers.ts'
import { coursesFor, dayOf, type Standing, standingOf } from '../rules/course.ts'
import { type Flag, mostUrgent } from '../rules/redFlags.ts'
import type { SourceId } from '../rules/sources.ts'
import { CourseFigure } from './band.tsx'
import { FlagBlocks } from './flags.tsx'
import { SourceList } from './sources.tsx'

interface ResultPageProps {
  answers: CompleteAnswers
  flags: Flag[]
  numbers: Numbers
  /** The answers as they were typed, to be carried on in the page itself and nowhere else. */
  carried: [name: string, value: string][]
  helps: VNode
  people: VNode
}

export function ResultPage({ answers, flags, numbers, carried, helps, people }: ResultPageProps) {
  const t = useT()
  const standing = standingOf(answers)
  const where = useWhere(standing)
  const urgency = mostUrgent(flags)
  const emergency = urgency === 'emergency'
  // A calm sentence about the course must not stand above something that cannot wait.
  const urgent = emergency || urgency === 'same_day'
  const title = urgent ? t(`result.${urgency}`) : where
  return (
    <Layout title={title} zone="none" wide unlisted islands={['home/own-times']}>
      <h1>{title}</h1>
      {!emergency && <p class="lead">{t('result.from')}</p>}
      <FlagBlocks flags={flags} numbers={numbers} />
      {urgent && <h2 class="result-after">{t(emergency ? 'result.after' : 'result.after_today')}</h2>}
      <div class="result">
        <div>
          <CourseCard answers={answers} standing={standing} where={where} urgent={urgent} />
          {helps}
        </div>
        <div>
          {!emergency && <WatchCard country={numbers.country} />}
          {people}
        </div>
      </div>
      <KeepCard carried={carried} />
      <SourceList ids={sourcesOf(answers, flags)} />
    </Layout>
  )
}

/** Where the person is, in a sentence and never as a promise. */
function useWhere(standing: Standing): string {
  const t = useT()
  if (standing.at !== 'point') return t(`where.${standing.at}`)
  const { hours, phase } = standing
  const when =
    hours < 48 ? t('where.hours', { hours: Math.floor(hours) }) : t('where.day', { day: dayOf(hours) })
  return `${when} ${t(`where.${phase}`)}`
}

interface CourseCardProps {
  answers: CompleteAnswers
  standing: Standing
  where: string
  /** The page's title speaks of something more urgent, so the card says where the person is. */
  urgent: boolean
}

function CourseCard({ answers, standing, where, urgent }: CourseCardProps) {
  const t = useT()
  const courses = coursesFor(answers.kind)
  const strong = answers.kind !== 'leaf'
  return (
    <Card class="course-card" title={standing.at === 'point' ? t('course.title') : t('course.title.ahead')}>
      {standing.at === 'point' ? urgent && <p>{where}</p> : <p>{t(`course.${standing.at}`)}</p>}
      {standing.at === 'tapering' && answers.taper && <p>{t(`course.taper.${answers.taper}`)}</p>}
      {standing.at === 'point' && standing.phase === 'beyond' && <p>{t('course.beyond')}</p>}
      {courses.map((course) => (
        <CourseFigure
          key={course.id}
          course={course}
          standing={standing}
          where={where}
          caveat={course === courses.at(-1)}
        />
      ))}
      {answers.dosesADay !== undefined && <p>{t('course.doses', { doses: answers.dosesADay })}</p>}
      {strong && <p>{t('course.naloxone')}</p>}
    </Card>
  )
}

function WatchCard({ country }: { country: Country | undefined }) {
  const t = useT()
  return (
    <section class="notice warn watch">
      <h2>{t('watch.title')}</h2>
      <ul>
        {dangers.map((sign) => (
          <li key={sign}>{t(`danger.${sign}`)}</li>
        ))}
        <li>{t('symptom.hallucinations')}</li>
      </ul>
      <LinkButton href={country ? `/help?country=${country.code}` : '/help'}>
        {country ? t('watch.numbers', { country: country.name }) : t('watch.numbers_anywhere')}
      </LinkButton>
      <p class="on-paper">
        {country
          ? t('watch.on_paper', { country: country.name, numbers: country.emergency.join(', ') })
          : t('watch.on_paper_anywhere')}
      </p>
      <p class="small">{t('result.not_a_doctor')}</p>
    </section>
  )
}

/** Nothing is stored: the answers travel in the page itself, and only back to the form. */
function KeepCard({ carried }: Pick<ResultPageProps, 'carried'>) {
  const t = useT()
  return (
    <Card class="keep no-print" title={t('result.keep')}>
      <p>{t('result.print_hint')}</p>
      <Form action="/check-in/change">
        {carried.map(([name, value]) => (
          <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
        ))}
        <Button kind="plain">{t('result.change')}</Button>
      </Form>
    </Card>
  )
}

function sourcesOf(answers: CompleteAnswers, flags: Flag[]): SourceId[] {
  const course = coursesFor(answers.kind).flatMap((one) => one.sources)
  const doses: SourceId[] = answers.dosesADay === undefined ? [] : ['rogers_2024']
  return [...new Set([...course, ...doses, ...flags.flatMap((flag) => flag.sources)])]
}
