import { Button, Card, Choices, Form, Layout, LinkButton, Notice } from '../../design/index.ts'
import { typedText } from '../../platform/forms.ts'
import { useVisit } from '../../platform/visit.ts'
import { useT } from '../messages.ts'
import { type AnyForm, Mistakes, SecretField, showSecretIsland } from './fields.tsx'

export function PassphrasePage({ form }: { form: AnyForm }) {
  const t = useT()
  return (
    <Layout title={t('secrets.change')} zone="own" islands={showSecretIsland} unlisted>
      <h1>{t('secrets.change')}</h1>
      <p class="lead">{t('secrets.change_lead')}</p>
      <Card class="entry">
        <Mistakes form={form} />
        <Form action="/account/passphrase">
          <SecretField form={form} name="current" label={t('passphrase.current')} />
          <SecretField form={form} label={t('passphrase.new')} hint={t('passphrase.hint')} isNew />
          <div class="buttons">
            <Button>{t('secrets.change_submit')}</Button>
            <BackLink />
          </div>
        </Form>
      </Card>
    </Layout>
  )
}

export function NewCodePage({ form }: { form: AnyForm }) {
  const t = useT()
  return (
    <Layout title={t('secrets.code')} zone="own" islands={showSecretIsland} unlisted>
      <h1>{t('secrets.code')}</h1>
      <p class="lead">{t('secrets.code_lead')}</p>
      <Card class="entry">
        <Mistakes form={form} />
        <Form action="/account/recovery-code">
          <SecretField form={form} label={t('passphrase.again')} />
          <div class="buttons">
            <Button>{t('secrets.code_submit')}</Button>
            <BackLink />
          </div>
        </Form>
      </Card>
    </Layout>
  )
}

export function DeletePage({ form }: { form: AnyForm }) {
  const t = useT()
  const { member } = useVisit()
  return (
    <Layout title={t('delete.title')} zone="own" islands={showSecretIsland} unlisted>
      <h1>{t('delete.title')}</h1>
      <Notice kind="warn">
        <p>{t('delete.lead')}</p>
      </Notice>
      <ul>
        <li>{t('delete.gone')}</li>
        <li>
          {t('delete.journal')} <a href="/journal/devices">{t('delete.journalForget')}</a>
        </li>
        <li>{t('delete.sessions')}</li>
      </ul>
      <p>
        <a href="/account/export">{t('delete.export_first')}</a>
      </p>
      <Card class="entry">
        <Mistakes form={form} />
        <Form action="/account/delete">
          <Choices
            type="radio"
            name="words"
            label={t('delete.words')}
            value={typedText(form, 'words') || 'keep'}
            mistake={form.mistakes.words && t('mistake.words')}
            options={(['keep', 'remove'] as const).map((value) => ({
              value,
              label: t(`delete.words.${value}`),
              hint: t(`delete.words.${value}.hint`),
            }))}
          />
          {member && (
            <p>
              <a href={`/forum/search?author=${encodeURIComponent(member.handle)}`}>
                {t('delete.words.look')}
              </a>
            </p>
          )}
          <SecretField form={form} label={t('passphrase.again')} />
          <div class="buttons">
            <Button kind="danger">{t('delete.submit')}</Button>
            <LinkButton href="/account">{t('delete.back')}</LinkButton>
          </div>
        </Form>
      </Card>
    </Layout>
  )
}

/** @param wordsGo they wanted their words to be removed as well */
export function DeletedPage({ wordsGo }: { wordsGo: boolean }) {
  const t = useT()
  return (
    <Layout title={t('deleted.title')} zone="none" unlisted>
      <h1>{t('deleted.title')}</h1>
      <p class="lead">{t('deleted.lead')}</p>
      {wordsGo && <p>{t('deleted.words')}</p>}
      <div class="buttons">
        <LinkButton href="/">{t('deleted.home')}</LinkButton>
      </div>
    </Layout>
  )
}

function BackLink() {
  const t = useT()
  return (
    <LinkButton kind="quiet" href="/account">
      {t('secrets.back')}
    </LinkButton>
  )
}
