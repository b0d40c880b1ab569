import { renderMarkdown } from '../../platform/markdown.ts'
import { type Group, guideOf } from '../index.ts'

/** A group from a feed brings none: on this site it keeps those of its kind. */
export function agreementsHtml(group: Pick<Group, 'agreements' | 'kind'>): string {
  return renderMarkdown(group.agreements || guideOf(group.kind).agreements)
}
