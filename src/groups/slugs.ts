const longestSlug = 60
// Addresses under /groups that are pages of ours.
const taken = new Set(['new', 'fit', 'kinds'])

/** The first part of a group's address, from its name: plain Latin letters, digits and hyphens, at most 60. */
export function slugOf(name: string): string {
  const slug = name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/['’]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, longestSlug)
    .replace(/^-+|-+$/g, '')
  // A name in another script leaves nothing: the group still needs an address.
  if (!slug) return 'group'
  return taken.has(slug) ? `${slug}-group` : slug
}

/** The first of slug, slug-2, slug-3 … that nobody has. */
export function freeSlug(slug: string, used: Iterable<string>): string {
  const all = new Set(used)
  if (!all.has(slug)) return slug
  let number = 2
  while (all.has(`${slug}-${number}`)) number += 1
  return `${slug}-${number}`
}

export function isSlug(text: string): boolean {
  return /^[a-z0-9-]{1,80}$/.test(text)
}
