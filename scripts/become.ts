import { spawn } from 'node:child_process'

/**
 * Keeps the heap close to what is alive: Node trades memory for speed, and our server is small and cheap. The collector
 * comes when a tenth more is held than was left the last time, and the young part is two megabytes. Of the four compilers
 * the two that make much code for little gain are left out, and the others, which need a heap of their own, work on the
 * main thread. `npm run bench` shows what it costs and saves. No hard limit, which a large upload could hit.
 */
export const smallHeap = [
  '--max-semi-space-size=2',
  '--heap-growing-percent=10',
  '--no-sparkplug',
  '--no-maglev',
  '--no-concurrent-recompilation',
]

/**
 * One pool for what is allocated outside the heap: with one for each thread, freed pieces lie about in all of them. What
 * is freed goes back to the system soon, large pieces at once.
 */
export const onePool = {
  MALLOC_ARENA_MAX: '1',
  MALLOC_TRIM_THRESHOLD_: '131072',
  MALLOC_MMAP_THRESHOLD_: '65536',
}

/**
 * Goes on as another program, in this very process where the system can (then signals and the process number stay,
 * and what the starter used is gone); on Windows as a child whose end is ours.
 */
export function become(program: string): void {
  const words = [...smallHeap, program]
  if (process.platform !== 'win32' && process.execve)
    process.execve(process.execPath, [process.execPath, ...words], { ...process.env, ...onePool })
  const child = spawn(process.execPath, words, { stdio: 'inherit' })
  // Ctrl-C reaches the child too; it stops gently, and so do we, with its code.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
  child.once('exit', (code) => process.exit(code ?? 1))
}
