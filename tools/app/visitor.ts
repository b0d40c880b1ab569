import { Agent, type IncomingHttpHeaders, request } from 'node:http'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'

/** Nothing of ours takes so long, even on a machine with other work: it will not come. */
const patienceMs = 90_000

export interface Answer {
  status: number
  headers: IncomingHttpHeaders
  /** As it came over the wire. */
  bytes: Buffer
  text: string
}

interface Sent {
  method?: string
  headers?: Record<string, string>
  body?: string | Buffer
  /** The address of this machine that the visitor comes from (all of 127.0.0.0/8 is ours on Linux). */
  from?: string
}

/** Somebody who reads and fills in forms without JavaScript, and keeps the cookies they are given. */
export class Visitor {
  readonly cookies = new Map<string, string>()
  private readonly agent = new Agent({ keepAlive: true })
  readonly site: string
  private readonly headers: Record<string, string>

  constructor(site: string, headers: Record<string, string> = {}) {
    this.site = site
    this.headers = headers
  }

  async get(path: string, sent: Sent = {}): Promise<Answer> {
    return await this.send(path, sent)
  }

  /** One request, no redirect followed. */
  send(path: string, { method = 'GET', headers = {}, body, from }: Sent = {}): Promise<Answer> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const all = { origin: this.site, ...(cookie ? { cookie } : {}), ...this.headers, ...headers }
    const { hostname, port } = new URL(this.site)
    // The path goes out as it is: a browser's own tidying would hide what a stranger can send.
    const options = {
      hostname,
      port,
      path,
      method,
      headers: all,
      agent: this.agent,
      ...(from ? { localAddress: from } : {}),
    }
    return new Promise((resolve, reject) => {
      const sending = request(options, (answer) => {
        const chunks: Buffer[] = []
        answer.on('data', (chunk) => chunks.push(chunk))
        answer.on('error', reject)
        answer.on('end', () => {
          this.keepCookies(answer.headers['set-cookie'] ?? [])
          const bytes = Buffer.concat(chunks)
          try {
            const text = unpack(bytes, answer.headers['content-encoding']).toString()
            resolve({ status: answer.statusCode ?? 0, headers: answer.headers, bytes, text })
          } catch (error) {
            reject(new Error(`${method} ${path} was answered with a broken body: ${error}`))
          }
        })
      })
      sending.setTimeout(patienceMs, () =>
        sending.destroy(new Error(`${method} ${path} had no answer in ${patienceMs / 1000} seconds.`)),
      )
      sending.on('error', reject)
      sending.end(body)
    })
  }

  /** Fills in the form of a page that posts to `action` and sends it, hidden fields included. */
  async submit(
    page: string,
    action: string,
    fields: Record<string, string>,
    sent: Sent = {},
  ): Promise<Answer> {
    const shown = await this.send(page, sent)
    const form = formsIn(shown.text).find(
      (one) => one.action === action || (one.action === '' && action === page),
    )
    if (!form) throw new Error(`${page} (${shown.status}) has no form that posts to ${action}.`)
    return await this.post(action, { ...form.fields, ...fields }, sent)
  }

  async post(path: string, fields: Record<string, string>, sent: Sent = {}): Promise<Answer> {
    const headers = { 'content-type': 'application/x-www-form-urlencoded', ...sent.headers }
    return await this.send(path, {
      ...sent,
      method: 'POST',
      headers,
      body: new URLSearchParams(fields).toString(),
    })
  }

  leave(): void {
    this.agent.destroy()
  }

  private keepCookies(lines: string[]): void {
    for (const line of lines) {
      const [pair = ''] = line.split(';')
      const [name = '', value = ''] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]
      if (value === '' || /max-age=0\b/i.test(line)) this.cookies.delete(name)
      else this.cookies.set(name, value)
    }
  }
}

interface Form {
  method: string
  action: string
  fields: Record<string, string>
  /** The fields of several lines. */
  areas: string[]
}

/** The forms of a page with what they would send untouched. */
export function formsIn(html: string): Form[] {
  return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].map(([, tag = '', inside = '']) => {
    const fields: Record<string, string> = {}
    for (const [, input = ''] of inside.matchAll(/<input\b([^>]*)>/g)) {
      const name = attribute(input, 'name')
      const isUnticked = /type="(?:checkbox|radio|submit|file)"/.test(input) && !/\schecked\b/.test(input)
      if (name && !isUnticked) fields[name] = attribute(input, 'value') ?? ''
    }
    const areas: string[] = []
    for (const [, area = '', text = ''] of inside.matchAll(/<textarea\b([^>]*)>([\s\S]*?)<\/textarea>/g)) {
      const name = attribute(area, 'name')
      if (!name) continue
      fields[name] = plain(text)
      areas.push(name)
    }
    for (const [, select = '', options = ''] of inside.matchAll(/<select\b([^>]*)>([\s\S]*?)<\/select>/g)) {
      const name = attribute(select, 'name')
      const chosen = /<option\b([^>]*\sselected\b[^>]*)>/.exec(options) ?? /<option\b([^>]*)>/.exec(options)
      if (name && chosen?.[1] !== undefined) fields[name] = attribute(chosen[1], 'value') ?? ''
    }
    return {
      method: (attribute(tag, 'method') ?? 'get').toLowerCase(),
      action: attribute(tag, 'action') ?? '',
      fields,
      areas,
    }
  })
}

/** The addresses of our own pages that a page leads to. */
export function linksIn(html: string): string[] {
  return [...html.matchAll(/<a\b([^>]*)>/g)]
    .map(([, tag = '']) => attribute(tag, 'href') ?? '')
    .filter((href) => href.startsWith('/') && !href.startsWith('//'))
    .map((href) => href.replace(/#.*$/, ''))
}

function attribute(tag: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(tag)?.[1]
  return found === undefined ? undefined : plain(found)
}

function plain(text: string): string {
  const marks: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }
  return text.replace(/&(amp|lt|gt|quot|#39);/g, (whole, name: string) => marks[name] ?? whole)
}

function unpack(bytes: Buffer, encoding: string | undefined): Buffer {
  // The answer to HEAD has the headers of a body that is not there.
  if (bytes.length === 0) return bytes
  if (encoding === 'br') return brotliDecompressSync(bytes)
  if (encoding === 'gzip') return gunzipSync(bytes)
  return bytes
}
