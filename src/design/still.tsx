import type { ComponentChildren, VNode } from 'preact'
import { render } from 'preact-render-to-string'
import type { Config } from '../platform/config.ts'
import { useVisit, VisitContext } from '../platform/visit.ts'

interface Inside {
  dangerouslySetInnerHTML: { __html: string }
}

const drawn = new Map<string, string>()

/**
 * The inside of an element that is the same on thousands of pages, drawn once for each key: head and foot were
 * most of what a page's frame cost. Keys are few: a language, a place, a role, never an address.
 */
export function still(key: string, draw: () => VNode): Inside {
  return inside(drawn, key, draw)
}

interface Today {
  /** Since 1970, in UTC. */
  day: number
  drawn: Map<string, string>
}
const todayBySite = new WeakMap<Config, Today>()

/**
 * The same for what also depends on the day and on the settings of the site. What is drawn here knows no member and no
 * form's secret.
 * @param name all else that it depends on, besides the language
 */
export function useStill(name: string, draw: () => ComponentChildren): Inside {
  const visit = useVisit()
  const day = Math.floor(visit.now.epochMilliseconds / 86_400_000)
  let today = todayBySite.get(visit.config)
  if (today?.day !== day) {
    today = { day, drawn: new Map() }
    todayBySite.set(visit.config, today)
  }
  return inside(today.drawn, `${visit.locale} ${name}`, () => (
    <VisitContext.Provider value={{ ...visit, member: undefined, formToken: undefined }}>
      {draw()}
    </VisitContext.Provider>
  ))
}

function inside(kept: Map<string, string>, key: string, draw: () => VNode): Inside {
  let html = kept.get(key)
  if (html === undefined) {
    // Its own letters: what is drawn is a tree of thousands of small strings.
    html = Buffer.from(render(draw())).toString()
    kept.set(key, html)
  }
  return { dangerouslySetInnerHTML: { __html: html } }
}
