import * as v from 'valibot'
import { isZone } from '../../platform/clock.ts'
import type { Typed } from '../../platform/forms.ts'
import {
  circles,
  type Group,
  type GroupDraft,
  groupKinds,
  guideOf,
  practices,
  purposes,
  spiritualities,
} from '../index.ts'

const longest = { name: 80, summary: 400, agreements: 6000, place: 80 }

const ways = ['online', 'in_person', 'both'] as const

/** Boxes of which any number may be ticked: a form sends nothing for none and a plain text for one. */
function ticked<T extends string>(known: readonly T[]) {
  return v.pipe(
    v.optional(v.union([v.string(), v.array(v.string())]), []),
    v.transform((given) => (typeof given === 'string' ? [given] : given).filter((one) => one !== '')),
    v.array(v.picklist(known, 'mistake.choice'), 'mistake.choice'),
    v.transform((given) => known.filter((one) => given.includes(one))),
  )
}

function text(most: number, tooLong: string) {
  return v.pipe(v.optional(v.string(), ''), v.trim(), v.maxLength(most, tooLong))
}

const language = v.pipe(v.optional(v.string(), ''), v.regex(/^(?:[a-z]{2,3})?$/, 'mistake.language'))

export const groupForm = v.pipe(
  v.object({
    kind: v.picklist(groupKinds, 'mistake.choice'),
    name: v.pipe(text(longest.name, 'mistake.name.long'), v.nonEmpty('mistake.name.empty')),
    summary: text(longest.summary, 'mistake.summary.long'),
    agreements: v.pipe(
      text(longest.agreements, 'mistake.agreements.long'),
      v.nonEmpty('mistake.agreements.empty'),
    ),
    purposes: ticked(purposes),
    spirituality: v.optional(v.picklist(spiritualities, 'mistake.choice'), 'optional'),
    practices: ticked(practices),
    circles: ticked(circles),
    way: v.optional(v.picklist(ways, 'mistake.way'), 'online'),
    place: text(longest.place, 'mistake.place.long'),
    language,
    language2: language,
    zone: v.pipe(v.optional(v.string(), 'UTC'), v.check(isZone, 'mistake.zone')),
  }),
  v.forward(
    v.partialCheck(
      [['way'], ['place']],
      ({ way, place }) => way === 'online' || place !== '',
      'mistake.place.empty',
    ),
    ['place'],
  ),
  v.transform(
    ({ way, place, language: first, language2: second, ...rest }): GroupDraft => ({
      ...rest,
      online: way !== 'in_person',
      inPerson: way !== 'online',
      placeName: way === 'online' ? null : place,
      languages: [...new Set([first, second].filter((one) => one !== ''))],
    }),
  ),
)

/** What the form of a new group begins with. */
export function firstTyped(kind: GroupDraft['kind'], zone: string, language: string): Typed {
  return {
    kind,
    way: 'online',
    spirituality: kind === 'twelve_step' ? 'spiritual' : 'secular',
    agreements: guideOf(kind).agreements.trim(),
    zone,
    language,
  }
}

export function typedOf(group: Group): Typed {
  return {
    kind: group.kind,
    name: group.name,
    summary: group.summary,
    agreements: group.agreements,
    purposes: group.purposes,
    spirituality: group.spirituality,
    practices: group.practices,
    circles: group.circles,
    way: group.online && group.inPerson ? 'both' : group.inPerson ? 'in_person' : 'online',
    place: group.placeName ?? '',
    language: group.languages[0] ?? '',
    language2: group.languages[1] ?? '',
    zone: group.zone ?? 'UTC',
  }
}
