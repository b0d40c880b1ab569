import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { formsIn, linksIn, Visitor } from './visitor.ts'

const page = `<form action="/reply" method="post"><input type="hidden" name="form" value="a&amp;b"/>
  <input type="checkbox" name="unticked" value="1"/><input type="checkbox" name="ticked" value="1" checked/>
  <select name="zone"><option value="UTC">x</option><option value="Europe/Oslo" selected>y</option></select>
  <textarea name="body">a &lt; b</textarea></form><a class="x" href="/forum?page=2#last">more</a>
  <a href="https://a.example/">away</a><a href="//b.example/">away</a>`

const server = createServer((request, answer) => {
  if (request.method === 'GET') return answer.setHeader('set-cookie', 'leaf=1; Path=/').end(page)
  let body = ''
  request.on('data', (chunk) => {
    body += chunk
  })
  request.on('end', () => answer.end(`${request.headers.cookie} ${body}`))
})
let site: string

beforeAll(async () => {
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterAll(() => server.close())

test('a form gives what a browser would send untouched', () => {
  const fields = { form: 'a&b', ticked: '1', zone: 'Europe/Oslo', body: 'a < b' }
  expect(formsIn(page)).toEqual([{ method: 'post', action: '/reply', fields, areas: ['body'] }])
})

test('only links within the site are followed', () => {
  expect(linksIn(page)).toEqual(['/forum?page=2'])
})

test('a visitor keeps cookies and sends the form with its hidden fields', async () => {
  const wren = new Visitor(site)
  const answer = await wren.submit('/', '/reply', { body: 'hello' })
  const [cookie, body = ''] = answer.text.split(' ')
  expect(cookie).toBe('leaf=1')
  expect(Object.fromEntries(new URLSearchParams(body))).toMatchObject({
    form: 'a&b',
    body: 'hello',
    ticked: '1',
  })
  wren.leave()
})
