import { spawn } from 'node:child_process'

/**
 * Keeps the heap close to what is alive: Node trades memory for speed, and our server is small and cheap. The
 * collector runs when the old part has grown by three tenths, and the young part is four megabytes. `npm run
 * bench` shows what it costs and saves. No hard limit, which a large upload could hit.
 */
export const smallHeap = ['--max-semi-space-size=4', '--heap-growing-percent=30']

/**
 * Goes on as another program, in this very process where the system can (then signals and the process number stay,
 * and what the starter used is gone); on Windows as a child whose end is ours.
 */
export function become(program: string): void {
  const words = [...smallHeap, program]
  if (process.platform !== 'win32' && process.execve)
    process.execve(process.execPath, [process.execPath, ...words], process.env)
  const child = spawn(process.execPath, words, { stdio: 'inherit' })
  // Ctrl-C reaches the child too; it stops gently, and so do we, with its code.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
  child.once('exit', (code) => process.exit(code ?? 1))
}
