import { concentrated, leaf } from '../../../checkin/course/index.ts'
import { LinkButton, Select } from '../../../design/index.ts'
import { useT as useEaseT } from '../../ease/messages.ts'
import { EaseNames } from '../../ease/views/names.tsx'
import { moreSymptoms, symptoms } from '../../entries/entries.ts'
import { useT } from '../messages.ts'
import { HelpNames } from './craving.tsx'
import { BookPage } from './frame.tsx'

interface FigureProps {
  name: string
  title: string
  lead: string
  columns: string[]
}

function Figure({ name, title, lead, columns }: FigureProps) {
  const t = useT()
  return (
    <section class="card" data-figure={name}>
      <h2>{title}</h2>
      <p class="soft">{lead}</p>
      <p data-figure-words role="status" />
      <div data-figure-chart />
      <details>
        <summary>{t('picture.table')}</summary>
        <section class="paper-scroll" aria-label={title} tabindex={0}>
          <table class="figures">
            <caption>{title}</caption>
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody data-figure-rows />
          </table>
        </section>
      </details>
    </section>
  )
}

/** One’s own picture. What is typical is said as a range, with where it comes from, and nothing is called a cause. */
export function PicturePage() {
  const t = useT()
  const ease = useEaseT()
  return (
    <BookPage
      title={t('picture.title')}
      island="journal/picture"
      wide
      sentences={{
        few: t('picture.few'),
        course: t('picture.course.words', {
          symptom: '{symptom}',
          entries: '{entries}',
          from: '{from}',
          to: '{to}',
        }),
        dayMark: t('picture.dayMark', { day: '{day}' }),
        stepMark: t('picture.stepMark', { step: '{step}' }),
        nights: t('picture.nights.words', { hours: '{hours}', nights: '{nights}' }),
        hours: t('picture.hours.words', { hour: '{hour}' }),
        eased: t('picture.eased.words'),
        less: t('picture.less', { number: '{number}' }),
        more: t('picture.more', { number: '{number}' }),
        same: t('picture.same'),
      }}
    >
      <p class="lead">{t('picture.lead')}</p>
      <Select
        name="symptom"
        label={t('picture.symptom')}
        options={[...symptoms, ...moreSymptoms].map((value) => ({ value, label: t.any(`symptom.${value}`) }))}
      />
      <Figure
        name="course"
        title={t('picture.course')}
        lead={t('picture.course.lead')}
        columns={[t('picture.day'), t('picture.level'), t('picture.times')]}
      />
      {[leaf, concentrated].map((course) => (
        <p
          key={course.id}
          class="soft"
          data-band={course.id}
          data-peak={course.peakDays.join(' ')}
          data-acute={course.acuteEndDays.join(' ')}
          hidden
        >
          {t('picture.typical', {
            peakFrom: course.peakDays[0],
            peakTo: course.peakDays[1],
            endFrom: course.acuteEndDays[0],
            endTo: course.acuteEndDays[1],
          })}{' '}
          <a href="/check-in">{t('picture.sources')}</a>
        </p>
      ))}
      <Figure
        name="nights"
        title={t('picture.nights')}
        lead={t('picture.nights.lead')}
        columns={[t('picture.night'), t('picture.slept'), t('picture.waited'), t('picture.efficiency')]}
      />
      <Figure
        name="hours"
        title={t('picture.hours')}
        lead={t('picture.hours.lead')}
        columns={[t('picture.hour'), t('picture.times'), t('picture.strength')]}
      />
      <Figure
        name="triggers"
        title={t('picture.triggers')}
        lead={t('picture.triggers.lead')}
        columns={[t('picture.trigger'), t('picture.times'), t('picture.passed'), t('picture.helped')]}
      />
      <Figure
        name="eased"
        title={t('picture.eased')}
        lead={t('picture.eased.lead')}
        columns={[
          t('picture.technique'),
          t('picture.symptomName'),
          t('picture.times'),
          t('picture.beforeAfter'),
          t('picture.spread'),
        ]}
      />
      <EaseNames />
      <HelpNames />
      <div class="buttons">
        <LinkButton href="/journal/ease">{ease('menu')}</LinkButton>
        <LinkButton href="/journal/handover">{t('handover.title')}</LinkButton>
        <LinkButton href="/journal">{t('kept.back')}</LinkButton>
      </div>
    </BookPage>
  )
}
