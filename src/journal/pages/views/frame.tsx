import type { ComponentChildren } from 'preact'
import { Layout } from '../../../design/index.ts'
import { SaidHere, Sentence } from '../../devices/views/step.tsx'
import { JournalHere } from '../../views/journalHere.tsx'
import { NeedsScript } from '../../views/needsScript.tsx'
import { useT } from '../messages.ts'

interface BookPageProps {
  title: string
  /** Its script, such as `journal/checkin`. */
  island: string
  sentences?: Record<string, string>
  /** Style sheets of its own. */
  sheets?: string[]
  /** What can be printed instead. */
  paper?: { href: string; label: string }
  wide?: boolean
  children: ComponentChildren
}

/** A page of the journal: drawn for everybody alike, filled in by the device with what only it can read. */
export function BookPage(props: BookPageProps) {
  const { title, island, sentences = {}, sheets = [], wide, children } = props
  const t = useT()
  return (
    <Layout
      title={title}
      zone="sealed"
      keeps
      islands={[island]}
      sheets={['journal/book', ...sheets]}
      unlisted
      {...(wide ? { wide } : {})}
    >
      <JournalHere />
      <h1>{title}</h1>
      <NeedsScript paper={props.paper} />
      <p class="soft" data-waiting hidden>
        {t('wait')}
      </p>
      <SaidHere />
      <div data-book hidden>
        {children}
      </div>
      {Object.entries({ fault: t('fault'), tooLarge: t('tooLarge'), ...sentences }).map(([name, text]) => (
        <Sentence key={name} name={name} text={text} />
      ))}
    </Layout>
  )
}

/** What comes after an entry: shown by the page's script, one or several. */
export function After({
  name,
  title,
  children,
}: {
  name: string
  title: string
  children: ComponentChildren
}) {
  return (
    <section class="card" data-after={name} hidden>
      <h2 tabindex={-1}>{title}</h2>
      {children}
    </section>
  )
}

/** A line that the script draws again and again; its gaps are elements with `data-gap`. */
export function Line({ name, children }: { name: string; children: ComponentChildren }) {
  return <template data-line={name}>{children}</template>
}
