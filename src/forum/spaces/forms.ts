import * as v from 'valibot'
import { isZone } from '../../platform/clock.ts'
import { hasTrickCharacters, tidyTitle } from '../text.ts'

const line = (most: number, tooLong: string) =>
  v.pipe(
    v.string(),
    v.transform(tidyTitle),
    v.check((text) => !hasTrickCharacters(text), 'mistake.titleTricks'),
    v.maxLength(most, tooLong),
  )

const box = v.pipe(
  v.optional(v.string(), ''),
  v.transform((value) => value === 'yes'),
)

/** What a host decides about the space of their group; its name and its sentence are the group's. */
const settings = {
  zone: v.pipe(
    v.optional(v.string(), ''),
    v.check((zone) => zone === '' || isZone(zone), 'mistake.zone'),
    v.transform((zone) => zone || null),
  ),
  readers: v.optional(v.picklist(['everybody', 'members'], 'mistake.readers'), 'everybody'),
  opensCheckIn: box,
  isIndexed: box,
}

export const groupSpaceForm = v.object(settings)

export const spaceForm = v.object({
  name: v.pipe(
    v.optional(v.string(), ''),
    line(60, 'mistake.spaceName'),
    v.minLength(2, 'mistake.spaceName'),
  ),
  about: v.pipe(v.optional(v.string(), ''), line(200, 'mistake.spaceAbout')),
  ...settings,
})

export type SpaceSettings = v.InferOutput<typeof groupSpaceForm>
export type SpaceDraft = v.InferOutput<typeof spaceForm>
