import type { ComponentChildren } from 'preact'
import { Layout } from '../../../design/index.ts'
import { JournalHere } from '../../views/journalHere.tsx'
import { NeedsScript } from '../../views/needsScript.tsx'
import { useT } from '../messages.ts'
import { SaidHere, Sentence } from './step.tsx'

interface FrameProps {
  title: string
  island: string
  /** Sentences of this page that its script says. */
  sentences: Record<string, string>
  children: ComponentChildren
}

/** A page of the sealed journal: it says that it needs a script, and why. */
export function SealedPage({ title, island, sentences, children }: FrameProps) {
  const t = useT()
  return (
    <Layout
      title={title}
      zone="sealed"
      islands={[`journal/devices/${island}`]}
      sheets={['journal/devices/devices']}
      unlisted
    >
      <JournalHere />
      <h1>{title}</h1>
      <NeedsScript />
      <p class="soft" data-waiting hidden>
        {t('wait')}
      </p>
      <SaidHere />
      {children}
      {Object.entries({ fault: t('fault'), ...sentences }).map(([name, text]) => (
        <Sentence key={name} name={name} text={text} />
      ))}
    </Layout>
  )
}
