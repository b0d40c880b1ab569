import {
  Button,
  Card,
  Door,
  Form,
  Html,
  Layout,
  LinkButton,
  MistakeSummary,
  Select,
} from '../../../design/index.ts'
import { type Difference, Differences } from '../../../meetings/index.ts'
import { typedText } from '../../../platform/forms.ts'
import { useVisit } from '../../../platform/visit.ts'
import { type Group, type GroupDraft, type GroupKind, groupKinds, useGroupWords } from '../../index.ts'
import { agreementsHtml } from '../agreements.ts'
import { useT as useHostingT } from '../hostingMessages.ts'
import { useT } from '../messages.ts'
import { type EditProps, Fields } from './fields.tsx'
import { KindIcon } from './kindIcon.tsx'
import { Traits } from './traits.tsx'

/** The first of two steps: the kind, with which good defaults come. */
export function ChooseKindPage() {
  const t = useT()
  const words = useGroupWords()
  return (
    <Layout title={t('new.title')} zone="open">
      <h1>{t('new.title')}</h1>
      <p class="lead">{t('new.lead')}</p>
      {groupKinds.map((kind) => (
        <Door
          key={kind}
          href={`/groups/new?kind=${kind}`}
          icon={<KindIcon kind={kind} size={32} />}
          title={words(`kind.${kind}`)}
          text={words(`kind.${kind}.line`)}
        />
      ))}
    </Layout>
  )
}

interface Looked {
  /** Filled in well, to be looked at before it is kept. */
  preview?: GroupDraft
}

export function NewGroupPage({ form, kind, preview }: EditProps & Looked & { kind: GroupKind }) {
  const t = useT()
  const words = useGroupWords()
  const { member } = useVisit()
  const isFirstLook = Object.keys(form.mistakes).length === 0 && !preview
  return (
    <Layout
      title={t('new.title')}
      zone="open"
      islands={isFirstLook && !member?.zone ? ['groups/own-zone'] : []}
    >
      <h1>{t('new.kind.title', { kind: words(`kind.${kind}`) })}</h1>
      <p class="lead">{t('new.kind.lead')}</p>
      <p>
        <a href="/groups/new">{t('new.other')}</a>
      </p>
      <Mistakes form={form} />
      <Form action="/groups/new" class="new-group">
        <input type="hidden" name="kind" value={kind} />
        {preview && <PreviewCard group={preview} />}
        {preview && <Buttons save={t('new.button')} />}
        <Fields form={form} kind={kind} />
        <Buttons save={t('new.button')} />
      </Form>
    </Layout>
  )
}

interface EditGroupProps extends EditProps, Looked {
  group: Group
  /** Another host changed the group meanwhile: what is kept now, and what was typed here. */
  clash?: Difference[]
}

export function EditGroupPage({ form, group, preview, clash }: EditGroupProps) {
  const t = useT()
  const words = useGroupWords()
  const title = t('edit.title', { group: group.name })
  const kind = groupKinds.find((one) => one === typedText(form, 'kind')) ?? group.kind
  return (
    <Layout title={title} zone="open" sheets={['meetings/hosting']}>
      <h1>{title}</h1>
      {clash && <Clash {...{ clash }} />}
      <Mistakes form={form} />
      <Form action={`/groups/${group.slug}/edit`}>
        <input type="hidden" name="version" value={group.version} />
        {preview && <PreviewCard group={preview} />}
        {preview && <Buttons save={t('edit.button')} />}
        <Select
          name="kind"
          label={t('field.kind')}
          value={kind}
          options={groupKinds.map((value) => ({ value, label: words(`kind.${value}`) }))}
        />
        <Fields form={form} kind={kind} />
        <Buttons save={t('edit.button')} />
        <p>
          <LinkButton kind="quiet" href={`/groups/${group.slug}`}>
            {t('people.back')}
          </LinkButton>
        </p>
      </Form>
    </Layout>
  )
}

function Buttons({ save }: { save: string }) {
  const h = useHostingT()
  return (
    <div class="buttons">
      <Button>{save}</Button>
      <Button kind="plain" name="do" value="preview">
        {h('preview.button')}
      </Button>
    </div>
  )
}

/** The head of the group's page as everybody will see it. */
function PreviewCard({ group }: { group: GroupDraft }) {
  const h = useHostingT()
  const t = useT()
  return (
    <Card title={h('preview.title')} id="preview">
      <p class="group-name" dir="auto">
        {group.name}
      </p>
      {group.summary && <p dir="auto">{group.summary}</p>}
      <Traits group={{ ...group, sourceKey: null }} />
      <h3>{t('group.agreements')}</h3>
      <Html html={agreementsHtml(group)} dir="auto" />
    </Card>
  )
}

function Clash({ clash }: { clash: Difference[] }) {
  const h = useHostingT()
  return (
    <Card title={h('clash.title')} id="clash">
      <p role="alert">{h(clash.length > 0 ? 'clash.text' : 'clash.same')}</p>
      {clash.length > 0 && <Differences rows={clash} />}
    </Card>
  )
}

function Mistakes({ form }: EditProps) {
  const t = useT()
  const mistakes = Object.entries(form.mistakes).map(([field, key]) => ({ field, sentence: t.any(key) }))
  return <MistakeSummary mistakes={mistakes} />
}
