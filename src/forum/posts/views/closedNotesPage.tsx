import { Button, Choices, Form, Layout, LinkButton, Notice } from '../../../design/index.ts'
import { useT } from '../../messages.ts'
import { type NoteKind, noteKinds } from '../notes.ts'

/** Which content notes a reader wants to find closed. Nobody chooses that for them. */
export function ClosedNotesPage({ closed, isSaved }: { closed: NoteKind[]; isSaved: boolean }) {
  const t = useT()
  return (
    <Layout title={t('notes.title')} zone="own">
      <h1>{t('notes.title')}</h1>
      {isSaved && (
        <Notice role="status" said>
          <p>{t('notes.saved')}</p>
        </Notice>
      )}
      <p class="lead">{t('notes.lead')}</p>
      <Form action="/forum/notes">
        <Choices
          type="checkbox"
          name="notes"
          label={t('notes.label')}
          options={noteKinds.map((note) => ({ value: note, label: t(`note.${note}`) }))}
          value={closed}
        />
        <div class="buttons">
          <Button>{t('notes.save')}</Button>
          <LinkButton kind="quiet" href="/forum">
            {t('notes.back')}
          </LinkButton>
        </div>
      </Form>
    </Layout>
  )
}
