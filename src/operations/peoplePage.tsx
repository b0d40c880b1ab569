import { asWritten, Button, Choices, Form, Layout, LinkButton, TextField } from '../design/index.ts'
import { type MistakenForm, typedText } from '../platform/forms.ts'
import { useT } from './messages.ts'

interface PeopleProps {
  keepers: { id: string; handle: string; role: 'member' | 'moderator' | 'operator' }[]
  form: MistakenForm
}

export function PeoplePage({ keepers, form }: PeopleProps) {
  const t = useT()
  const mistake = (field: string) => (form.mistakes[field] ? t.any(form.mistakes[field]) : undefined)
  return (
    <Layout title={t('people')} zone="own">
      <h1>{t('people')}</h1>
      <p class="lead">{t('people.lead')}</p>
      <ul class="rows">
        {keepers.map(({ id, handle, role }) => (
          <li key={id}>
            <strong {...asWritten}>{handle}</strong> {t(`people.role.${role}`)}
          </li>
        ))}
      </ul>
      <Form action="/operations/people">
        <h2>{t('people.change')}</h2>
        <TextField
          name="handle"
          label={t('people.handle')}
          value={typedText(form, 'handle')}
          mistake={mistake('handle')}
          autocomplete="off"
          maxlength={60}
          short
        />
        <Choices
          type="radio"
          name="role"
          label={t('people.role')}
          value={typedText(form, 'role')}
          mistake={mistake('role')}
          options={(['moderator', 'operator', 'member'] as const).map((value) => ({
            value,
            label: t(`people.role.${value}`),
            hint: t(`people.role.${value}.hint`),
          }))}
        />
        <Button>{t('people.save')}</Button>
      </Form>
      <LinkButton href="/operations">{t('title')}</LinkButton>
    </Layout>
  )
}
