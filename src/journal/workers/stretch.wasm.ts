import { argon2id, createSHA256 } from 'hash-wasm'
import { findWork } from '../sync/work.ts'

/**
 * The one worker that may run WebAssembly, and may do nothing else: its own policy lets it reach no network. It is given a
 * PIN to stretch, or the work that making a vault costs.
 */
type Task =
  | { pin: string; salt: Uint8Array; memoryKib: number; passes: number }
  | { vaultId: string; day: string }

addEventListener('message', ({ data }: MessageEvent<Task>) => {
  void run(data).then(
    (value) => postMessage({ value }),
    () => postMessage({ fault: true }),
  )
})

async function run(task: Task): Promise<unknown> {
  if ('vaultId' in task) {
    const sha = await createSHA256()
    return findWork(task.vaultId, task.day, (bytes) => sha.init().update(bytes).digest('binary'))
  }
  const { pin, salt, memoryKib, passes } = task
  return argon2id({
    password: pin.normalize('NFKC'),
    salt,
    memorySize: memoryKib,
    iterations: passes,
    parallelism: 1,
    hashLength: 32,
    outputType: 'binary',
  })
}
