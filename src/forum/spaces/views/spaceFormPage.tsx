import { Button, Choices, Form, Layout, LinkButton, Select, TextField } from '../../../design/index.ts'
import { type MistakenForm, typedText } from '../../../platform/forms.ts'
import { useT } from '../../messages.ts'
import { Mistakes, mistakeOf } from '../../views/replyForm.tsx'
import { type Space, spacePath } from '../space.ts'

interface SpaceFormPageProps {
  /** Undefined: a new one. */
  space: Space | undefined
  form: MistakenForm
}

const zones = Intl.supportedValuesOf('timeZone')

export function SpaceFormPage({ space, form }: SpaceFormPageProps) {
  const t = useT()
  const isGroups = space?.groupId != null
  const title = t(space ? 'spaceForm.edit' : 'spaceForm.new')
  return (
    <Layout title={title} zone="open">
      <h1>{title}</h1>
      {isGroups && <p class="lead">{t('spaceForm.ofGroup', { group: space.name })}</p>}
      <Form action={space ? `${spacePath(space)}/edit` : '/forum/spaces/new'} class="answer">
        <Mistakes form={form} />
        {!isGroups && <Names form={form} />}
        <Choices
          type="radio"
          name="readers"
          label={t('spaceForm.readers')}
          options={[
            { value: 'everybody', label: t('spaceForm.everybody') },
            { value: 'members', label: t(isGroups ? 'spaceForm.groupOnly' : 'spaceForm.membersOnly') },
          ]}
          value={typedText(form, 'readers') || 'everybody'}
          mistake={mistakeOf(t, form, 'readers')}
        />
        <Choices
          type="checkbox"
          name="opensCheckIn"
          label={t('spaceForm.checkIn')}
          options={[{ value: 'yes', label: t('spaceForm.checkInYes') }]}
          value={typedText(form, 'opensCheckIn')}
        />
        <Select
          name="zone"
          label={t('spaceForm.zone')}
          hint={t('spaceForm.zoneHint')}
          options={[
            { value: '', label: t('spaceForm.zoneOwn') },
            ...zones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' '), asWritten: true })),
          ]}
          value={typedText(form, 'zone')}
          mistake={mistakeOf(t, form, 'zone')}
        />
        <Choices
          type="checkbox"
          name="isIndexed"
          label={t('spaceForm.engines')}
          hint={t('spaceForm.enginesHint')}
          options={[{ value: 'yes', label: t('spaceForm.enginesYes') }]}
          value={typedText(form, 'isIndexed')}
        />
        <div class="buttons">
          <Button>{t('spaceForm.save')}</Button>
          <LinkButton kind="quiet" href={space ? spacePath(space) : '/forum/spaces'}>
            {t('spaceForm.cancel')}
          </LinkButton>
        </div>
      </Form>
    </Layout>
  )
}

function Names({ form }: { form: MistakenForm }) {
  const t = useT()
  return (
    <>
      <TextField
        name="name"
        label={t('spaceForm.name')}
        hint={t('spaceForm.nameHint')}
        value={typedText(form, 'name')}
        mistake={mistakeOf(t, form, 'name')}
        maxlength={60}
      />
      <TextField
        name="about"
        label={t('spaceForm.about')}
        hint={t('spaceForm.aboutHint')}
        value={typedText(form, 'about')}
        mistake={mistakeOf(t, form, 'about')}
        maxlength={200}
      />
    </>
  )
}
