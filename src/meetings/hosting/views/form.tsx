import { Button, Card, Form, Layout, LinkButton, MistakeSummary, Notice } from '../../../design/index.ts'
import type { Group } from '../../../groups/index.ts'
import type { Meeting } from '../../meeting.ts'
import { useT } from '../messages.ts'
import type { Difference } from '../said.ts'
import type { Leader } from '../store.ts'
import { Differences } from './difference.tsx'
import { type Filled, Line, Lines, useMistake } from './fields.tsx'
import { type Preview, PreviewCard } from './preview.tsx'
import { Standing } from './standing.tsx'
import { Body, What, Who } from './what.tsx'
import { When } from './when.tsx'
import { Where } from './where.tsx'

export interface MeetingFormProps {
  group: Group
  meeting?: Meeting | undefined
  form: Filled
  hosts: Leader[]
  preview?: Preview | undefined
  /** Another host changed the meeting meanwhile: what is kept now, and what was typed here. */
  clash?: Difference[] | undefined
  /** The meeting that was added a moment ago, when several are added in one go. */
  added?: { id: string; name: string } | undefined
}

/** In the order of the page. */
const fields = [
  'name',
  'repeat',
  'days',
  'week',
  'weekday',
  'from',
  'time',
  'minutes',
  'zone',
  'onlineUrl',
  'phone',
  'placeName',
  'address',
  'town',
  'agenda',
  'practice',
  'meetingPoint',
  'distanceKm',
]

const at = (field: string) => (fields.includes(field) ? fields.indexOf(field) : fields.length)

export function MeetingFormPage(props: MeetingFormProps) {
  const { group, meeting, form, hosts, preview, clash, added } = props
  const t = useT()
  const mistake = useMistake(form)
  const path = `/groups/${group.slug}/meetings/${meeting?.id ?? 'new'}`
  const title = t(meeting ? 'host.change' : 'host.add')
  const mistakes = Object.keys(form.mistakes)
    .map((field) => ({ field, sentence: mistake(field) ?? '' }))
    .sort((one, other) => at(one.field) - at(other.field))
  return (
    <Layout title={title} zone="open" sheets={['meetings/hosting']}>
      <h1>{title}</h1>
      <p class="lead">
        <a href={`/groups/${group.slug}`} dir="auto">
          {group.name}
        </a>
      </p>
      {added && <Added {...{ group, added }} />}
      {clash && <Clash {...{ clash }} />}
      <MistakeSummary mistakes={mistakes} />
      <Form action={path} class="host-form">
        {/* What the Enter key presses; the buttons further up only fill in or show. */}
        <button type="submit" class="unseen" tabindex={-1}>
          {t(meeting ? 'host.save' : 'host.create')}
        </button>
        {meeting && <input type="hidden" name="version" value={meeting.version} />}
        {preview && (
          <>
            <PreviewCard {...{ preview }} />
            <Buttons {...{ meeting }} />
          </>
        )}
        <Line {...{ form }} name="name" label={t('host.name')} hint={t('host.nameHint')} maxlength={120} />
        <When {...{ form }} />
        <Where {...{ form }} />
        <What {...{ form }} kind={group.kind} />
        <Body {...{ form, hosts }} kind={group.kind} />
        <Who {...{ form }} />
        <Lines
          {...{ form }}
          name="notes"
          label={t('host.notes')}
          hint={t('host.notesHint')}
          rows={5}
          optional
        />
        <Buttons {...{ meeting }} />
      </Form>
      {meeting && <Standing {...{ group, meeting }} />}
    </Layout>
  )
}

function Buttons({ meeting }: Pick<MeetingFormProps, 'meeting'>) {
  const t = useT()
  return (
    <div class="buttons">
      <Button>{t(meeting ? 'host.save' : 'host.create')}</Button>
      <Button kind="plain" name="do" value="preview">
        {t('host.preview')}
      </Button>
      {!meeting && (
        <Button kind="plain" name="do" value="another">
          {t('host.another')}
        </Button>
      )}
    </div>
  )
}

function Added({ group, added }: { group: Group; added: { id: string; name: string } }) {
  const t = useT()
  return (
    <Notice role="status">
      <p dir="auto">{t('host.added', { name: added.name })}</p>
      <p class="buttons">
        <LinkButton href={`/meetings/${added.id}`}>{t('host.addedSee')}</LinkButton>
        <LinkButton kind="quiet" href={`/groups/${group.slug}`}>
          {t('host.addedEnough')}
        </LinkButton>
      </p>
    </Notice>
  )
}

function Clash({ clash }: { clash: Difference[] }) {
  const t = useT()
  return (
    <Card title={t('clash.title')} id="clash" class="host-clash">
      <p role="alert">{t(clash.length > 0 ? 'clash.text' : 'clash.same')}</p>
      {clash.length > 0 && <Differences rows={clash} />}
    </Card>
  )
}
