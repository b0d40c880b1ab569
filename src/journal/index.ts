import { slice } from '../platform/web.ts'
import { devices } from './devices/routes.tsx'
import { held } from './held/routes.tsx'
import { book, bookPaths } from './pages/routes.tsx'

/** Pages of the journal that work without a line. */
export const journalPages = ['/begin', '/words', '/open', '/devices', ...bookPaths].map((path) =>
  `/journal${path}`.replace(/\/$/, ''),
)

/** The journal that nobody else can read. For its screens: README.md beside this file. */
export const journal = slice()

journal.route('/', devices)
journal.route('/', held)
journal.route('/', book)
