import {
  asWritten,
  Button,
  Card,
  Empty,
  Form,
  Layout,
  LinkButton,
  Notice,
  TextField,
  zoneName,
} from '../../design/index.ts'
import { type MistakenForm, typedText } from '../../platform/forms.ts'
import { useVisit } from '../../platform/visit.ts'
import { t as sayIn, useT } from './messages.ts'
import type { FoldedMember } from './store.ts'

/** Before words that a reader has folded away; said outside of a page, where posts are drawn for many. */
export function sayFolded(locale: string): string {
  return sayIn(locale)('post.folded')
}

interface QuietPageProps {
  people: FoldedMember[]
  form: MistakenForm
  hasHours: boolean
  zone: string
  saved: boolean
}

export function QuietPage({ people, form, hasHours, zone, saved }: QuietPageProps) {
  const t = useT()
  const { member } = useVisit()
  return (
    <Layout title={t('title')} zone="own">
      <h1>{t('title')}</h1>
      <p class="lead">{t('lead')}</p>
      {saved && (
        <Notice role="status" said>
          <p>{t('hours.saved')}</p>
        </Notice>
      )}
      <Card title={t('hours')}>
        <p>{t('hours.lead', { zone: zoneName(t.locale, zone) })}</p>
        {member && member.role !== 'member' && <p>{t('hours.onDuty')}</p>}
        <Form action="/account/quiet/hours">
          <TextField
            name="from"
            type="time"
            label={t('hours.from')}
            value={typedText(form, 'from')}
            mistake={form.mistakes.from && t('hours.mistake')}
            short
          />
          <TextField name="to" type="time" label={t('hours.to')} value={typedText(form, 'to')} short />
          <div class="buttons">
            <Button>{t('hours.save')}</Button>
            {hasHours && (
              <Button kind="quiet" name="none" value="yes">
                {t('hours.none')}
              </Button>
            )}
          </div>
        </Form>
      </Card>
      <h2>{t('people')}</h2>
      {people.length === 0 ? (
        <Empty>{t('people.none')}</Empty>
      ) : (
        <ul class="rows">
          {people.map(({ id, handle, how }) => (
            <li key={id}>
              <p>
                <strong {...asWritten}>{handle}</strong> <span class="soft">{t(`people.${how}`)}</span>
              </p>
              <Form action="/account/quiet/people">
                <input type="hidden" name="handle" value={handle} />
                <Button kind="plain" name="how" value="open">
                  {t('people.open')}
                </Button>
              </Form>
            </li>
          ))}
        </ul>
      )}
    </Layout>
  )
}

interface AboutWriterProps {
  handle: string
  topicId: string
  replyId: string | null
  /** The page to come back to. */
  back: string
  /** Whether their words are folded already. */
  isFolded: boolean
}

/** What a reader can do about somebody who wrote: worry, report, fold, block. */
export function AboutWriter({ handle, topicId, replyId, back, isFolded }: AboutWriterProps) {
  const t = useT()
  const report = `/moderation/report?topic=${topicId}${replyId ? `&reply=${replyId}` : ''}`
  return (
    <Card title={t('one.title')}>
      <div class="buttons">
        <LinkButton kind="primary" href={`${report}&about=worried`}>
          {t('one.worried')}
        </LinkButton>
        <LinkButton href={report}>{t('one.report')}</LinkButton>
      </div>
      <Form action="/account/quiet/people">
        <input type="hidden" name="handle" value={handle} />
        <input type="hidden" name="back" value={back} />
        {isFolded ? (
          <p>
            {t('one.now')}{' '}
            <Button kind="plain" name="how" value="open">
              {t('people.open')}
            </Button>
          </p>
        ) : (
          <>
            <Button kind="plain" name="how" value="muted">
              {t('one.mute')}
            </Button>
            <p class="soft">{t('one.mute.hint')}</p>
            <Button kind="plain" name="how" value="blocked">
              {t('one.block')}
            </Button>
            <p class="soft">{t('one.block.hint')}</p>
          </>
        )}
      </Form>
    </Card>
  )
}
