import fc from 'fast-check'
import type { Route } from '../app/routes.ts'
import { nastyParts, nastyWords, type RandomRequest, urlencoded } from './nastyRequests.ts'

/** What a form that leads somewhere sends untouched, by its address: random words get further on top of real ones. */
export type KnownForms = Record<string, Record<string, string>>

const text = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...nastyWords) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  { weight: 1, arbitrary: fc.integer().map(String) },
)

const segment = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 30 }).map(String) },
  { weight: 3, arbitrary: text.map(escaped) },
  { weight: 2, arbitrary: fc.constantFrom(...nastyParts) },
)

const names = [
  'page',
  'zone',
  'kind',
  'words',
  'q',
  'near',
  'within',
  'day',
  'time',
  'country',
  'from',
  'to',
  'next',
  'group',
  'language',
  'lang',
  'body',
  'title',
  'handle',
  'passphrase',
  'once',
  'form',
  'role',
  'constructor',
  '__proto__',
]
const name = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...names) }, { weight: 1, arbitrary: text })
const pairs = fc.array(fc.tuple(name, text), { maxLength: 6 })

const headers = fc.record(
  {
    accept: fc.constantFrom('*/*', 'text/html', 'application/json', 'text/event-stream', ';;;', ''),
    'accept-language': fc.constantFrom('en', '*', 'xx', 'de;q=9', ',,,;;', 'a'.repeat(3000), 'en-\u00ff'),
    'accept-encoding': fc.constantFrom('br', 'gzip;q=0', 'identity;q=0, *;q=0', 'zstd', ';', ''),
    cookie: fc.constantFrom(
      'newleaf=',
      'newleaf=%',
      'newleaf=%ff; newleaf=x',
      `newleaf=${'A'.repeat(43)}`,
      '=;=;;',
      `a=${'b'.repeat(6000)}`,
    ),
    origin: fc.constantFrom('null', 'https://a.example', 'not an origin', ''),
    'sec-fetch-site': fc.constantFrom('cross-site', 'none', 'same-origin', 'x'),
    'if-none-match': fc.constantFrom('*', '"x"', 'W/"', '"'),
    'last-event-id': text.map(asHeader),
    range: fc.constantFrom('bytes=0-', 'bytes=9-1', 'bytes=-', 'lines=1'),
    'x-forwarded-for': fc.constantFrom('unknown', '1.2.3', '::::', '999.1.1.1, x', ','),
    'x-forwarded-proto': fc.constantFrom('https', 'gopher'),
  },
  { requiredKeys: [] },
)

/** A request that nobody in their right mind sends, to one of our addresses; deterministic by fast-check's seed. */
export function requestTo(routes: Route[], forms: KnownForms): fc.Arbitrary<RandomRequest> {
  const anywhere = fc
    .array(segment, { maxLength: 4 })
    .map((parts) => ({ method: 'GET', path: `/${parts.join('/')}` }))
  const target = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...routes).chain(addressOf) },
    {
      weight: 3,
      arbitrary: fc.constantFrom(
        { method: 'POST', path: '/' },
        ...Object.keys(forms).map((path) => ({ method: 'POST', path })),
      ),
    },
    { weight: 1, arbitrary: anywhere },
  )
  const method = fc.oneof(
    { weight: 4, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.constantFrom('GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS') },
  )
  // Most without strange headers: a strange origin is refused at the door, and what lies behind stays untried.
  const extra = fc.oneof({ weight: 3, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: headers })
  return fc
    .tuple(target, method, fc.option(pairs), extra, fc.nat())
    .chain(([{ method: own, path }, other, query, strange, dice]): fc.Arbitrary<RandomRequest> => {
      const used = other ?? (own === 'ALL' ? 'GET' : own)
      const address = query ? `${path}?${query.map((pair) => pair.map(escaped).join('=')).join('&')}` : path
      const base = { method: used, path: address, headers: strange as Record<string, string> }
      if (used === 'GET' || used === 'HEAD') return fc.constant({ ...base, body: undefined })
      return bodyOf(forms[path] ?? {}, dice).map(([type, body]) => ({
        ...base,
        headers: { ...base.headers, ...(type ? { 'content-type': type } : {}) },
        body,
      }))
    })
}

/** `/forum/:topicId{[0-9]+}/replies` with the gaps filled. */
function addressOf(route: Route): fc.Arbitrary<Route> {
  const parts = route.path.split('/').map((part) => (/^:|\*/.test(part) ? segment : fc.constant(part)))
  return fc.tuple(...parts).map((filled) => ({ method: route.method, path: filled.join('/') || '/' }))
}

function bodyOf(form: Record<string, string>, dice: number): fc.Arbitrary<[string | undefined, Uint8Array]> {
  const kind = dice % 10
  const encode = (content: string) => new TextEncoder().encode(content)
  if (kind === 0) return fc.constant([urlencoded, encode(`body=${'a'.repeat(300_000)}`)])
  if (kind === 1)
    return fc.tuple(
      fc.constantFrom(
        undefined,
        urlencoded,
        'multipart/form-data',
        'multipart/form-data; boundary=x',
        'text/plain; charset=utf-99',
        'image/png',
        ';',
      ),
      fc.uint8Array({ maxLength: 200 }),
    )
  if (kind === 2) return fc.json().map((json) => ['application/json', encode(json)])
  const fields = Object.entries(form)
  const keys = fields.map(([key]) => key)
  // Most fields as they should be, one or two made nasty: a form with nonsense everywhere is refused at the door.
  const change =
    keys.length > 0
      ? fc.array(fc.tuple(fc.constantFrom(...keys), text), { minLength: 1, maxLength: 2 })
      : pairs
  return fc.tuple(change, fc.option(pairs, { freq: 4 })).map(([changed, more]) => {
    const all = [
      ...fields.filter(([key]) => !changed.some(([one]) => one === key)),
      ...changed,
      ...(more ?? []),
    ]
    return [urlencoded, encode(all.map((pair) => pair.map(escaped).join('=')).join('&'))]
  })
}

/** Percent-encoded, half characters too: as the three bytes that are no UTF-8. */
function escaped(value: string): string {
  return value
    .split(/([\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff])/)
    .map((part) => (/^[\ud800-\udfff]$/.test(part) ? '%ED%A0%80' : encodeURIComponent(part)))
    .join('')
}

function asHeader(value: string): string {
  return value.replace(/[^\x20-\x7e]/g, '?')
}
