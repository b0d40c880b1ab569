import type { Route } from '../app/routes.ts'

export interface RandomRequest {
  method: string
  path: string
  headers: Record<string, string>
  body: Uint8Array | undefined
}

// Each of these has brought some site down: limits of numbers and dates, NUL, halves of characters, other scripts.
export const nastyWords = [
  '',
  ' ',
  '0',
  '-1',
  '1.5',
  '1e309',
  'NaN',
  '9223372036854775807',
  '9223372036854775808',
  '9'.repeat(400),
  '2026-02-31',
  '2026-11-22T99:99',
  '-271821-04-19',
  '+275760-09-14',
  '99999-01-01',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\ufeff\u202e\u200d',
  '👩‍👩‍👧',
  'ﬀ'.repeat(300),
  "'; drop table members; --",
  '<script>alert(1)</script>',
  '{count, plural}',
  `\${x}`,
  '%',
  '%s%n',
  '../../../../etc/passwd',
  '__proto__',
  'constructor',
  'null',
  'undefined',
  '[object Object]',
  'Europe/Nowhere',
  'America/New_York',
  'xx-not-a-language',
  'http://127.0.0.1:1/',
  'javascript:alert(1)',
  '//a.example/',
  '\\\\a.example\\b',
  '\r\nset-cookie: a=b',
  'a'.repeat(5000),
]

// Parts of a path that no browser sends.
export const nastyParts = [
  '%',
  '%ff%fe',
  '%E0%A4%A',
  '%00',
  '%2e%2e%2f',
  '..',
  '%2F',
  '%5C',
  '*',
  '9'.repeat(30),
  '-1',
  '1e3',
]

export const urlencoded = 'application/x-www-form-urlencoded'

// Bodies that are no form, whatever they say they are.
const nastyBodies: [string | undefined, string | Uint8Array][] = [
  [undefined, ''],
  [urlencoded, ''],
  [urlencoded, Uint8Array.from([0xff, 0xfe, 0x3d, 0xc3, 0x28])],
  [urlencoded, `body=${'a'.repeat(300_000)}`],
  ['multipart/form-data', 'a=b'],
  ['multipart/form-data; boundary=x', '--x\r\ncontent-disposition: form-data; name="a"\r\n\r\nb'],
  ['application/json', '{"body":'],
  ['text/plain; charset=utf-99', 'body=a'],
]

/** What every route must withstand at least: each part of its path nasty in turn, and each body that is no form. */
export function nastyRequestsTo(routes: Route[]): RandomRequest[] {
  return routes.flatMap(({ method, path }): RandomRequest[] => {
    const fill = (part: string) => path.replace(/:\w+(?:\{[^}]*\})?\??|\*/g, part)
    const used = method === 'ALL' ? 'GET' : method
    const paths = fill('1') === path ? [path] : ['1', ...nastyParts].map(fill)
    const plain = paths.map((one) => ({ method: used, path: one, headers: {}, body: undefined }))
    if (used === 'GET') return plain
    return nastyBodies.map(([type, body]) => ({
      method: used,
      path: fill('1'),
      headers: type ? { 'content-type': type } : {},
      body: typeof body === 'string' ? new TextEncoder().encode(body) : body,
    }))
  })
}
