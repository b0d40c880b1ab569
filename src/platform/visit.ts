import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Assets } from './assets.ts'
import type { Config } from './config.ts'
import type { SiteNotice } from './siteNotice/store.ts'
import type { Member } from './web.ts'

/** What any part of a page may know about the request it is drawn for. */
export interface Visit {
  path: string
  locale: string
  member: Member | undefined
  /** Gives the secret of the session, masked anew for each form; undefined for a guest. */
  formToken: (() => string) | undefined
  now: Temporal.Instant
  assets: Assets
  config: Config
  siteNotice: SiteNotice | undefined
}

export const VisitContext = createContext<Visit | undefined>(undefined)

export function useVisit(): Visit {
  const visit = useContext(VisitContext)
  if (!visit) throw new Error('This is drawn outside a page: render it through c.var.page().')
  return visit
}
