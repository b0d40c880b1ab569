import { Button, Door, Form, Layout, LinkButton, MistakeSummary, Select } from '../../../design/index.ts'
import { typedText } from '../../../platform/forms.ts'
import { useVisit } from '../../../platform/visit.ts'
import { type Group, type GroupKind, groupKinds, useGroupWords } from '../../index.ts'
import { useT } from '../messages.ts'
import { type EditProps, Fields } from './fields.tsx'
import { KindIcon } from './kindIcon.tsx'

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

export function NewGroupPage({ form, kind }: EditProps & { kind: GroupKind }) {
  const t = useT()
  const words = useGroupWords()
  const { member } = useVisit()
  const isFirstLook = Object.keys(form.mistakes).length === 0
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
        <Fields form={form} kind={kind} />
        <div class="buttons">
          <Button>{t('new.button')}</Button>
        </div>
      </Form>
    </Layout>
  )
}

export function EditGroupPage({ form, group }: EditProps & { group: Group }) {
  const t = useT()
  const words = useGroupWords()
  const title = t('edit.title', { group: group.name })
  const kind = groupKinds.find((one) => one === typedText(form, 'kind')) ?? group.kind
  return (
    <Layout title={title} zone="open">
      <h1>{title}</h1>
      <Mistakes form={form} />
      <Form action={`/groups/${group.slug}/edit`}>
        <Select
          name="kind"
          label={t('field.kind')}
          value={kind}
          options={groupKinds.map((value) => ({ value, label: words(`kind.${value}`) }))}
        />
        <Fields form={form} kind={kind} />
        <div class="buttons">
          <Button>{t('edit.button')}</Button>
          <LinkButton kind="quiet" href={`/groups/${group.slug}`}>
            {t('people.back')}
          </LinkButton>
        </div>
      </Form>
    </Layout>
  )
}

function Mistakes({ form }: EditProps) {
  const t = useT()
  const mistakes = Object.entries(form.mistakes).map(([field, key]) => ({ field, sentence: t.any(key) }))
  return <MistakeSummary mistakes={mistakes} />
}
