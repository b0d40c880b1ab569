import {
  asWritten,
  Button,
  Card,
  Empty,
  Form,
  Layout,
  Notice,
  TextArea,
  Time,
} from '../../../design/index.ts'
import type { Difference } from '../../hosting/said.ts'
import { Differences } from '../../hosting/views/difference.tsx'
import { useT } from '../messages.ts'
import { markOf } from '../proposal.ts'
import type { ListedProposal } from '../store.ts'

export interface QueuedProposal {
  proposal: ListedProposal
  rows: Difference[]
}

/** A decision that was not taken, and why. */
export interface Unsent {
  id: string
  answer: string
  sentence: string
  status: 409 | 422
}

interface QueuePageProps {
  unsent?: Unsent | undefined
  waiting: QueuedProposal[]
  zone: string
  /** Where a decision is sent: the id follows. */
  path: string
  back: { href: string; name: string; ours?: boolean }
}

/** What members say should change, each with what was and what would be. */
export function QueuePage({ unsent, waiting, zone, path, back }: QueuePageProps) {
  const t = useT()
  return (
    <Layout title={t('queue.title')} zone="open" sheets={['meetings/hosting']}>
      <p class="small">
        <a href={back.href} {...(back.ours ? {} : { dir: 'auto' as const })}>
          {back.name}
        </a>
      </p>
      <h1>{t('queue.title')}</h1>
      <p class="lead">{t('queue.lead')}</p>
      {unsent && (
        <Notice kind="warn" role="alert">
          <p>{unsent.sentence}</p>
          {!waiting.some(({ proposal }) => proposal.id === unsent.id) && unsent.answer !== '' && (
            <p class="meeting-notes" dir="auto" {...asWritten}>
              {unsent.answer}
            </p>
          )}
        </Notice>
      )}
      {waiting.length === 0 && (
        <Empty>
          <p>{t('queue.empty')}</p>
        </Empty>
      )}
      {waiting.map(({ proposal, rows }) => (
        <Card key={proposal.id} id={`suggestion-${proposal.id}`}>
          <h2>
            <a href={`/meetings/${proposal.meetingId}`} dir="auto">
              {proposal.meetingName}
            </a>
          </h2>
          <p>
            <strong>{t(`about.${proposal.about}`)}</strong>
          </p>
          <p class="soft small">
            {t('queue.by')}{' '}
            <span dir="auto" {...asWritten}>
              {proposal.handle ?? '–'}
            </span>
            {', '}
            <Time at={proposal.createdAt} zone={zone} locale={t.locale} format={{ dateStyle: 'medium' }} />
          </p>
          {rows.length > 0 && <Differences {...{ rows }} />}
          {proposal.note && (
            <p class="meeting-notes" dir="auto">
              {proposal.note}
            </p>
          )}
          <Form action={`${path}/${proposal.id}`}>
            <input type="hidden" name="seen" value={markOf(proposal)} />
            <TextArea
              id={`answer-${proposal.id}`}
              name="answer"
              label={t('queue.answer')}
              value={unsent?.id === proposal.id ? unsent.answer : ''}
              maxlength={1000}
              rows={2}
              optional
            />
            <div class="buttons">
              <Button name="decision" value="accept">
                {t(acceptOf(proposal, rows))}
              </Button>
              <Button kind="plain" name="decision" value="refuse">
                {t('queue.refuse')}
              </Button>
            </div>
          </Form>
        </Card>
      ))}
    </Layout>
  )
}

/** What a yes does, in its own words. */
function acceptOf(proposal: ListedProposal, rows: Difference[]) {
  if (proposal.about === 'gone') return 'queue.acceptGone'
  return rows.length > 0 ? 'queue.accept' : 'queue.seen'
}
