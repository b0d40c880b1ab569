import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { chooseEncoding, compressWell } from './compress.ts'
import type { Config } from './config.ts'
import { negotiateLanguage } from './languages.ts'
import { type KeptPage, PageCache } from './pageCache.ts'
import { headersBeside, securityHeaders } from './securityHeaders.ts'
import { carriesSession } from './sessions.ts'
import type { StoredPages } from './storedPages/index.ts'

/** A page read so often is worth more work than a crawler's single look. */
const readsBeforeSmaller = 3

/**
 * In front of the app: a guest's page that is kept goes out as it is, without building a request for the
 * framework. This is what lets one small server carry a crowd of readers.
 */
export function withKeptPages(
  pages: PageCache,
  config: Config,
  app: RequestListener,
  stored?: StoredPages,
): RequestListener {
  const always = Object.entries(securityHeaders(config))
  const give = (response: ServerResponse, { headers, body }: KeptPage) => {
    const said = (name: string) => (headers.includes(name) ? headers[headers.indexOf(name) + 1] : undefined)
    response.writeHead(200, [...headers, ...headersBeside(said, always).flat()])
    response.end(body)
  }
  return (request: IncomingMessage, response: ServerResponse) => {
    const { method, url } = request
    if (method !== 'GET' || !url || carriesSession(request.headers.cookie)) return app(request, response)
    const encoding = chooseEncoding(request.headers['accept-encoding'] as string | undefined)
    const locale = negotiateLanguage(request.headers['accept-language'])
    const key = PageCache.pageKey(url, locale, encoding)
    const page = pages.findPage(key, Date.now())
    if (page) {
      page.reads++
      if (page.reads === readsBeforeSmaller) void makeSmaller(page)
      return give(response, page)
    }
    if (encoding !== 'br' || !stored?.covers(url, locale)) return app(request, response)
    stored
      .find(url, key)
      // A database that does not answer is the app's to report.
      .catch(() => undefined)
      .then((found) => (found ? give(response, found) : app(request, response)))
  }
}

async function makeSmaller(page: KeptPage): Promise<void> {
  const body = await compressWell(page.body, page.encoding)
  if (body.length >= page.body.length) return
  page.headers[page.headers.indexOf('content-length') + 1] = String(body.length)
  page.body = Buffer.from(body)
}
