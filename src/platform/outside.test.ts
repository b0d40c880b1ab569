import { createServer } from 'node:http'
import { expect, test } from 'vitest'
import { askOutside, isPrivate } from './outside.ts'

test('knows private addresses from public ones', () => {
  for (const inside of [
    '10.1.2.3',
    '172.31.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    'fe80::1',
    'fd00::1',
    '::',
    '2002:7f00:1::',
  ]) {
    expect(isPrivate(inside), inside).toBe(true)
  }
  for (const outside of ['8.8.8.8', '172.32.0.1', '2606:4700::1111'])
    expect(isPrivate(outside), outside).toBe(false)
})

test('what is sent arrives, and never in the operator’s own network', async () => {
  const got: string[] = []
  const server = createServer(async (request, response) => {
    got.push(`${request.method} ${Buffer.concat(await Array.fromAsync(request)).toString()}`)
    response.writeHead(201).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const url = new URL(`http://localhost:${typeof address === 'object' ? address?.port : 0}/`)
  const asking = {
    method: 'POST' as const,
    body: Buffer.from('some words'),
    headers: {},
    signal: AbortSignal.timeout(10_000),
  }
  try {
    const answer = await askOutside(url, { ...asking, allowPrivate: true })
    answer.resume()
    expect(answer.statusCode).toBe(201)
    await expect(askOutside(url, { ...asking, allowPrivate: false })).rejects.toThrow('private')
    expect(got).toEqual(['POST some words'])
  } finally {
    server.close()
  }
})
