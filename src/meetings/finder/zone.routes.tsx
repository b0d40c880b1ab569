import lookUpZone from '@photostructure/tz-lookup'
import type { Context } from 'hono'
import { isZone } from '../../platform/clock.ts'
import { pageBefore } from '../../platform/pageBefore.ts'
import { chosenZone, type Env, slice, zoneOf } from '../../platform/web.ts'
import { findPlaces } from '../places/store.ts'
import { ZonePage } from '../views/zone.tsx'

export const zones = slice()

/** Where somebody says which clock is theirs, for whatever page they came from, without JavaScript. */
zones.get('/', async (c) => {
  const { db, now, page, member } = c.var
  const back = backOf(c)
  const town = (c.req.query('town') ?? '').slice(0, 120).trim()
  const asked = c.req.query('choose')
  if (town) {
    const near = await findPlaces(db, town)
    if (near.found) return c.redirect(inZone(back, zoneAt(near.found)), 303)
    const zone = zoneOf(c)
    return page(<ZonePage {...{ back, zone, now, member, near, town }} guess={false} />)
  }
  if (asked && isZone(asked)) return c.redirect(inZone(back, asked), 303)
  const guess = chosenZone(c) === undefined
  return page(<ZonePage zone={zoneOf(c)} {...{ back, now, member, guess }} near={undefined} town="" />)
})

function zoneAt({ latitude, longitude }: { latitude: number; longitude: number }): string {
  return lookUpZone(latitude, longitude)
}

/** The page to go back to: one of ours, from the address or from where the visitor came. */
function backOf(c: Context<Env>): string {
  const here = new URL(c.req.url)
  const asked = c.req.query('back')
  if (asked !== undefined) return ownPath(asked, here.origin)
  return ownPath(pageBefore(c) ?? '/meetings', here.origin)
}

function ownPath(path: string, origin: string): string {
  if (!path.startsWith('/') || !URL.canParse(path, origin)) return '/meetings'
  const url = new URL(path, origin)
  // "//elsewhere" and "/\elsewhere" begin with a slash too.
  if (url.origin !== origin || url.pathname === '/meetings/zone') return '/meetings'
  url.searchParams.delete('zone')
  url.searchParams.delete('after')
  return url.pathname + url.search
}

function inZone(path: string, zone: string): string {
  const url = new URL(path, 'http://localhost')
  url.searchParams.set('zone', zone)
  return (url.pathname + url.search).replaceAll('%2F', '/').replaceAll('%2C', ',')
}
