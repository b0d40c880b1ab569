import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

/** The headless shell of Chromium that npm installed, for x64 Linux. @returns where it was unpacked */
export async function unpackBrowser(): Promise<string> {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error('The packed Chromium is for Linux on x64.')
  const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const parent = join(root, 'node_modules/.cache')
  const folder = join(parent, `chromium-${devDependencies['@sparticuz/chromium']}`)
  if (existsSync(folder)) return join(folder, 'chromium')
  mkdirSync(parent, { recursive: true })
  const fresh = mkdtempSync(`${folder}-`)
  try {
    await unpackInto(fresh)
    renameSync(fresh, folder)
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true })
    // Another run may have been first: a folder that has the name is a whole one.
    if (!existsSync(folder)) throw error
  }
  return join(folder, 'chromium')
}

/** The package unpacks into the folder for temporary files, where two runs at once would meet a half-written browser. */
async function unpackInto(folder: string): Promise<void> {
  const { default: packed } = await import('@sparticuz/chromium')
  const before = process.env.TMPDIR
  process.env.TMPDIR = folder
  try {
    await packed.executablePath()
  } finally {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
  }
}
