import { spawn } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { freePort } from '../tools/app/freePort.ts'
import type { Answer } from '../tools/app/visitor.ts'

export interface BareServer {
  url: string
  pid: number
  stop(): void
}

/** Starts the bare server with the answers that the site gave; the name of each becomes its path. */
export async function startBare(file: string, answers: Record<string, Answer>): Promise<BareServer> {
  const captured = Object.entries(answers).map(([name, { headers, bytes }]) => {
    const { date: _, connection: __, 'keep-alive': ___, ...kept } = headers
    return [name, { headers: kept, body: bytes.toString('base64') }]
  })
  await writeFile(file, JSON.stringify(Object.fromEntries(captured)))
  const port = await freePort()
  const child = spawn(process.execPath, ['bench/bare.ts', file, String(port)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await new Promise((resolve, reject) => {
    child.stdout.once('data', resolve)
    child.once('error', reject)
    child.once('exit', () => reject(new Error('The bare server ended at once.')))
  })
  return { url: `http://127.0.0.1:${port}`, pid: child.pid ?? 0, stop: () => child.kill() }
}
