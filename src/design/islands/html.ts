/**
 * The one way for an island to put HTML into a page: fragments that our own server drew. The Content Security
 * Policy allows the policy's name once and nothing else (Trusted Types).
 */
interface Policy {
  createHTML(html: string): string
}

interface Factory {
  createPolicy(name: string, rules: { createHTML(html: string): string }): Policy
}

const factory = (globalThis as { trustedTypes?: Factory }).trustedTypes
const policy: Policy = factory?.createPolicy('newleaf', { createHTML: (html) => html }) ?? {
  createHTML: (html) => html,
}

/** The elements of a fragment that came from our own server. */
export function fragmentOf(serverHtml: string): DocumentFragment {
  const template = document.createElement('template')
  template.innerHTML = policy.createHTML(serverHtml)
  return template.content
}
