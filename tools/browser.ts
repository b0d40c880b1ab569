import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { unpackBrowser } from './packedBrowser.ts'

interface Machine {
  platform: NodeJS.Platform
  env: Record<string, string | undefined>
  home: string
}

export interface FoundBrowser {
  path: string
  args: string[]
  /** In words, for the first line of a run. */
  from: string
}

const here: Machine = { platform: process.platform, env: process.env, home: homedir() }

/** Where an installed Chromium, Chrome or Edge would be on this machine, the likeliest first. */
export function installedPlaces({ platform, env, home }: Machine): string[] {
  if (platform === 'win32') {
    const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(
      (folder) => folder !== undefined,
    )
    const programs = [
      'Chromium\\Application\\chrome.exe',
      'Google\\Chrome\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
    ]
    return programs.flatMap((program) => folders.map((folder) => `${folder}\\${program}`))
  }
  if (platform === 'darwin') {
    const names = ['Chromium', 'Google Chrome', 'Microsoft Edge']
    return names.flatMap((name) =>
      ['', home].map((root) => `${root}/Applications/${name}.app/Contents/MacOS/${name}`),
    )
  }
  const folders = [...(env.PATH ?? '').split(':').filter(Boolean), '/usr/bin', '/snap/bin']
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge']
  return names.flatMap((name) => [...new Set(folders)].map((folder) => `${folder}/${name}`))
}

// Chromium's own sandbox refuses to run as root, which is who a container usually is.
const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []

/** Finds a Chromium to test with, or installs Debian's when it may. Throws a sentence that says what to do. */
export async function findBrowser(): Promise<FoundBrowser> {
  const named = process.env.CHROMIUM_PATH
  if (named) {
    if (existsSync(named)) return { path: named, args, from: 'CHROMIUM_PATH' }
    throw new Error(`CHROMIUM_PATH says ${named}, and there is no such file. Correct it or unset it.`)
  }
  const installed = installedPlaces(here).find(runs)
  if (installed) return { path: installed, args, from: 'this machine' }
  const own = playwrightPlaces().find(runs)
  if (own) return { path: own, args, from: "Playwright's folder" }
  if (installFromDebian()) {
    const fresh = installedPlaces(here).find(runs)
    if (fresh) return { path: fresh, args, from: "Debian's package, installed just now" }
  }
  const packed = await findPackedBrowser()
  if (packed) return packed
  throw new Error(
    'No Chromium was found for the journeys. Install Chromium or Chrome (Debian: apt-get install chromium; ' +
      'any system: npx playwright-core install chromium), or set CHROMIUM_PATH to one.',
  )
}

/** Finds one for hundreds of pages: the same Chromium without its windows takes half the time. */
export async function findLeanBrowser(): Promise<FoundBrowser> {
  return (process.env.CHROMIUM_PATH ? undefined : await findPackedBrowser()) ?? (await findBrowser())
}

export async function launchBrowser(more: string[] = []): Promise<Browser> {
  const { path, args } = await findBrowser()
  return await chromium.launch({ executablePath: path, args: [...args, ...more] })
}

/** The one from npm, where it can be unpacked and shows a page. */
async function findPackedBrowser(): Promise<FoundBrowser | undefined> {
  try {
    const path = await unpackBrowser()
    const browser = await chromium.launch({ executablePath: path, args })
    await (await browser.newPage()).goto('about:blank')
    await browser.close()
    return { path, args, from: 'its headless shell, from npm' }
  } catch {
    return undefined
  }
}

/** A file that is there may still be an empty shell (Ubuntu's chromium-browser only tells of snap): ask it. */
function runs(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
  } catch {
    return false
  }
  // On Windows the question would open a window, and an installed Chrome is a whole one.
  if (process.platform === 'win32') return true
  return spawnSync(path, ['--version'], { timeout: 20_000, stdio: 'ignore' }).status === 0
}

/** The browser of this Playwright, or of another one that was here before. */
function playwrightPlaces(): string[] {
  const expected = chromium.executablePath()
  const [, folder, program] = /^(.+)[\\/]chromium-\d+[\\/](.+)$/.exec(expected) ?? []
  if (!folder || !program || !existsSync(folder)) return [expected].filter(Boolean)
  const versions = readdirSync(folder).filter((name) => /^chromium-\d+$/.test(name))
  return [expected, ...versions.map((version) => join(folder, version, program))]
}

function installFromDebian(): boolean {
  const mayInstall =
    process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/etc/debian_version')
  const aptGet = (process.env.PATH ?? '')
    .split(delimiter)
    .some((folder) => existsSync(join(folder, 'apt-get')))
  if (!mayInstall || !aptGet) return false
  console.log(
    "No Chromium is installed: installing Debian's (apt-get install chromium); this takes a minute.",
  )
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const apt = (...words: string[]) =>
    spawnSync('apt-get', words, { env, stdio: 'ignore', timeout: 300_000 }).status === 0
  return apt('update') && apt('install', '-y', '--no-install-recommends', 'chromium')
}
