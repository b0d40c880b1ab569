import type { Context } from 'hono'
import { Frames } from '../../platform/frame.ts'
import type { Env } from '../../platform/web.ts'
import { type Readership, readershipOf } from '../spaces/readable.store.ts'
import type { Space } from '../spaces/space.ts'
import { hasHiddenGroups, listGroupSpaces, listOpenSpaces, spacesTag } from '../spaces/spaces.store.ts'

const groupSpacesOffered = 200
/** A space in which somebody writes for the first time stands in the list after so long at most. */
const listedAnewMinutes = 10

export interface Places {
  spaces: Space[]
  /** The same for all who see the same. */
  key: string
  /** Where the page around what was found is kept for all who see the same; undefined: these are one reader's own. */
  frames: Frames | undefined
  readers: Readership
}

/** The spaces that a search may be narrowed to. Kept for all who see the same ones: guests, or members. */
export async function placesFor(c: Context<Env>): Promise<Places> {
  const { db, member, cache, now } = c.var
  const part = Math.floor(now.epochMilliseconds / (listedAnewMinutes * 60_000))
  const make = async () => {
    const open = await listOpenSpaces(db, member, { retired: true })
    const groups = await listGroupSpaces(db, undefined, groupSpacesOffered)
    const hasHidden = await hasHiddenGroups(db)
    return { open, ...placesOf([...open, ...groups]), hasHidden, frames: new Frames(8) }
  }
  const { open, hasHidden, ...shared } = await cache.remember(
    `places ${member ? 'members' : 'guests'} ${part}`,
    [spacesTag, 'groups'],
    make,
    ({ spaces, frames }) => spaces.length * 800 + frames.bytes,
  )
  // Who belongs to which group is asked each time.
  const readers = hasHidden || !member ? await readershipOf(db, member) : { ownGroups: [] }
  const seesMore = readers === 'keepers' || (readers !== 'guests' && readers.ownGroups.length > 0)
  if (!seesMore) return { ...shared, readers }
  const groups = await listGroupSpaces(db, member, groupSpacesOffered)
  return { ...placesOf([...open, ...groups]), frames: undefined, readers }
}

function placesOf(spaces: Space[]): Pick<Places, 'spaces' | 'key'> {
  return { spaces, key: JSON.stringify(spaces.map(({ id, name }) => [id, name])) }
}

/** Also one that is so new that the list does not have it yet. */
export async function findPlace(c: Context<Env>, places: Places, id: string): Promise<string | undefined> {
  const isThere = (spaces: Space[]) =>
    spaces.find((space) => space.id !== null && space.id === id)?.id ?? undefined
  return isThere(places.spaces) ?? isThere(await listGroupSpaces(c.var.db, c.var.member, groupSpacesOffered))
}
