import type { Difference } from '../../meetings/index.ts'
import { languageName } from '../../platform/languages.ts'
import { type GroupDraft, groupWords } from '../index.ts'
import { t } from './messages.ts'

/** All that a host says about a group, field by field in words. */
function saidOf(locale: string, group: GroupDraft): [string, string, string][] {
  const say = t(locale)
  const words = groupWords(locale)
  const list = new Intl.ListFormat(locale, { type: 'conjunction' })
  const way = group.online && group.inPerson ? 'both' : group.inPerson ? 'in_person' : 'online'
  return [
    ['kind', say('field.kind'), words(`kind.${group.kind}`)],
    ['name', say('field.name'), group.name],
    ['summary', say('field.summary'), group.summary],
    [
      'practices',
      say('field.practices'),
      list.format(group.practices.map((one) => words(`practice.${one}`))),
    ],
    ['purposes', say('field.purposes'), list.format(group.purposes.map((one) => words(`purpose.${one}`)))],
    ['way', say('field.way'), words(`way.${way}`)],
    ['place', say('field.place'), group.placeName ?? ''],
    ['agreements', say('field.agreements'), group.agreements],
    ['spirituality', say('field.spirituality'), words(`spirituality.${group.spirituality}`)],
    ['circles', say('field.circles'), list.format(group.circles.map((one) => words(`circle.${one}`)))],
    ['language', say('field.language'), list.format(group.languages.map((one) => languageName(one, locale)))],
    ['zone', say('field.zone'), group.zone ?? ''],
  ]
}

/** Only what reads differently, in the order of the form. */
export function differences(locale: string, before: GroupDraft, after: GroupDraft): Difference[] {
  const then = saidOf(locale, before)
  return saidOf(locale, after).flatMap(([field, label, becomes], at) => {
    const was = then[at]?.[2] ?? ''
    return was === becomes ? [] : [{ field, label, was, becomes }]
  })
}
