import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'

// The least a Node server can do: answer every address with the same bytes and headers, kept in memory.
// `node bench/bare.ts <file with the captured answers> <port>`; the path's first part chooses the answer.
interface Captured {
  headers: Record<string, string | string[]>
  body: string
}

const captured = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as Record<string, Captured>
const answers = new Map(
  Object.entries(captured).map(([name, { headers, body }]) => [
    `/${name}`,
    { headers: Object.entries(headers).flat(2), body: Buffer.from(body, 'base64') },
  ]),
)

createServer((request, response) => {
  const answer = answers.get(request.url ?? '')
  if (!answer) return response.writeHead(404).end()
  response.writeHead(200, answer.headers).end(answer.body)
}).listen(Number(process.argv[3]), '127.0.0.1', () => console.log('ready'))
