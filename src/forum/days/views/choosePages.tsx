import {
  Button,
  Card,
  Empty,
  Form,
  Layout,
  LinkButton,
  Notice,
  Select,
  TextField,
} from '../../../design/index.ts'
import type { Closed } from '../../found/closed.ts'
import type { FoundPost } from '../../found/found.ts'
import { longest, type Stretch, stretchPath } from '../days.rules.ts'
import { useT } from '../messages.ts'
import { FoundList } from './daysPage.tsx'

const offered = {
  day: [0, 1, 2, 3, 4, 5, 6, 7, 10, 14, 21, 30, 60, 90],
  week: [1, 2, 3, 4, 6, 8, 12, 26, 52],
  step: [1, 2, 3, 4, 5, 6, 8, 10],
} as const

interface ChoosePageProps {
  isMember: boolean
  ownDay: number | undefined
  /** What the form of the step shows: the step itself, or what was typed. */
  step: string
  stepMistake?: string | undefined
}

export function ChoosePage({ isMember, ownDay, step, stepMistake }: ChoosePageProps) {
  const t = useT()
  return (
    <Layout title={t('choose.title')} zone="open" sheets={['forum/found']} unlisted>
      <h1>{t('choose.title')}</h1>
      <p class="lead">{t('choose.lead')}</p>
      {ownDay !== undefined && (
        <div class="buttons">
          <LinkButton kind="primary" href={stretchPath({ by: 'day', number: ownDay })}>
            {t('own.day', { number: ownDay })}
          </LinkButton>
          <LinkButton href={`/forum/days/ahead?of=${ownDay}`}>{t('ahead.link')}</LinkButton>
        </div>
      )}
      {isMember && ownDay === undefined && (
        <Notice>
          <p>{t('own.none')}</p>
          <p>
            <a href="/account#your-day">{t('own.account')}</a>
          </p>
        </Notice>
      )}
      <Offered by="day" title={t('choose.days')} />
      <Offered by="week" title={t('choose.weeks')} />
      <Offered by="step" title={t('choose.steps')} />
      <AnotherDay />
      {isMember && <StepForm step={step} mistake={stepMistake} />}
    </Layout>
  )
}

function Offered({ by, title }: { by: Stretch['by']; title: string }) {
  const t = useT()
  return (
    <section>
      <h2>{title}</h2>
      <ul class="pills">
        {offered[by].map((number) => (
          <li key={number}>
            <a href={stretchPath({ by, number })}>{t(`link.${by}`, { number })}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}

function AnotherDay() {
  const t = useT()
  const ways = (['day', 'week', 'step'] as const).map((by) => ({ value: by, label: t(`choose.${by}`) }))
  return (
    <Form action="/forum/days/go" method="get" class="another-day">
      <TextField
        name="number"
        label={t('choose.number')}
        inputmode="numeric"
        maxlength={4}
        autocomplete="off"
        short
      />
      <Select name="by" label={t('choose.by')} options={ways} value="day" short />
      <Button kind="plain">{t('choose.go')}</Button>
    </Form>
  )
}

function StepForm({ step, mistake }: { step: string; mistake: string | undefined }) {
  const t = useT()
  return (
    <Card title={t('step.title')} id="taper-step">
      <p>{t('step.lead')}</p>
      <Form action="/forum/days/step">
        <TextField
          name="step"
          label={t('step.label')}
          hint={t('step.hint')}
          value={step}
          mistake={mistake && t.any(mistake)}
          inputmode="numeric"
          maxlength={2}
          max={longest.step}
          autocomplete="off"
          short
        />
        <Button>{t('step.save')}</Button>
      </Form>
    </Card>
  )
}

interface AheadPageProps {
  day: number
  days: { from: number; to: number }
  posts: FoundPost[]
  isFirstPage: boolean
  hasOlder: boolean
  closed: Closed
  zone: string
}

/** Words of members who are about two weeks further on. */
export function AheadPage(props: AheadPageProps) {
  const t = useT()
  const { day, days, posts } = props
  return (
    <Layout title={t('ahead.title')} zone="open" sheets={['forum/found']} unlisted>
      <h1>{t('ahead.title')}</h1>
      <p class="lead">{t('ahead.lead', { day, ...days })}</p>
      <p>{t('lead')}</p>
      {posts.length === 0 ? (
        <Empty>
          <p>{t('ahead.none')}</p>
        </Empty>
      ) : (
        <FoundList {...props} path={`/forum/days/ahead?of=${day}`} />
      )}
      <div class="buttons">
        <LinkButton href={stretchPath({ by: 'day', number: day })}>
          {t('link.day', { number: day })}
        </LinkButton>
        <LinkButton href="/forum/days/all">{t('other')}</LinkButton>
      </div>
    </Layout>
  )
}
