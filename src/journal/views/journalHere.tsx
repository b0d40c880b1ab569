import { useVisit } from '../../platform/visit.ts'

/** Names the addresses of the journal's workers to the page's script: `openJournal` looks for it. */
export function JournalHere() {
  const { assets } = useVisit()
  return (
    <div
      hidden
      data-journal-worker={assets.url('worker/journal/journal')}
      data-stretch-worker={assets.url('worker/journal/stretch.wasm')}
    />
  )
}
