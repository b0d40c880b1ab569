import type { VNode } from 'preact'
import { slice } from '../../platform/web.ts'
import { EasePage } from '../ease/views/easePage.tsx'
import { sheetNames } from '../thinking/sheets.ts'
import { SheetPage } from '../thinking/views/sheetPage.tsx'
import { SheetPaper } from '../thinking/views/sheetPaper.tsx'
import { SheetsPage } from '../thinking/views/sheetsPage.tsx'
import { CheckinPage } from './views/checkin.tsx'
import { CravingPage } from './views/craving.tsx'
import { DataPage } from './views/data.tsx'
import { DosePage, LapsePage, TaperPage } from './views/doses.tsx'
import { EntriesPage } from './views/entries.tsx'
import { HandoverPage } from './views/handover.tsx'
import { LookBackPage } from './views/lookBack.tsx'
import { PaperPage } from './views/paper.tsx'
import { PicturePage } from './views/picture.tsx'
import { PlanPage } from './views/plan.tsx'
import { TodayPage } from './views/today.tsx'

/** The journal’s pages. They are the same for everybody: what is in a journal is on the device alone. */
export const book = slice()

const pages: Record<string, () => VNode> = {
  '/': () => <TodayPage />,
  '/check-in': () => <CheckinPage />,
  '/craving': () => <CravingPage />,
  '/ease': () => <EasePage />,
  '/dose': () => <DosePage />,
  '/lapse': () => <LapsePage />,
  '/taper': () => <TaperPage />,
  '/plan': () => <PlanPage />,
  '/entries': () => <EntriesPage />,
  '/paper': () => <PaperPage />,
  '/picture': () => <PicturePage />,
  '/look-back': () => <LookBackPage />,
  '/handover': () => <HandoverPage />,
  '/data': () => <DataPage />,
  '/sheets': () => <SheetsPage />,
  ...Object.fromEntries(
    sheetNames.flatMap((name) => [
      [`/sheets/${name}`, () => <SheetPage name={name} />],
      [`/paper/${name}`, () => <SheetPaper name={name} />],
    ]),
  ),
}

/** Their addresses below the journal’s. */
export const bookPaths = Object.keys(pages)

for (const [path, draw] of Object.entries(pages))
  book.get(path, (c) => {
    c.var.cache.guestPage([])
    return c.var.page(draw())
  })
