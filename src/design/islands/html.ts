/**
 * The one way for an island to put HTML into a page: fragments that our own server drew. The Content Security
 * Policy allows the policy's name once and nothing else (Trusted Types).
 */
interface Policy {
  createHTML(html: string): string
  createScriptURL(url: string): string
}

interface Factory {
  createPolicy(name: string, rules: Policy): Policy
}

const factory = (globalThis as { trustedTypes?: Factory }).trustedTypes
const rules: Policy = {
  createHTML: (html) => html,
  createScriptURL: (url) => {
    if (!/^\/(?:(?:assets\/)?worker-[\w.-]+|sw)\.js$/.test(url)) throw new TypeError('No worker of ours.')
    return url
  },
}
const policy = factory?.createPolicy('newleaf', rules) ?? rules

/** The elements of a fragment that came from our own server. */
export function fragmentOf(serverHtml: string): DocumentFragment {
  const template = document.createElement('template')
  template.innerHTML = policy.createHTML(serverHtml)
  return template.content
}

/** The address of a worker that we built; a browser with Trusted Types starts no other. */
export function scriptUrl(address: string): string {
  return policy.createScriptURL(address)
}
