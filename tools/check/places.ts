import { posix } from 'node:path'
import type { Project } from './project.ts'

/** Where a file of src/ stands. Arrows may only point to a lower or the same layer. */
type Layer = 'platform' | 'design' | 'slices' | 'app'

const order: Layer[] = ['platform', 'design', 'slices', 'app']

export function layerOf(path: string): Layer {
  const [, folder = '', ...rest] = path.split('/')
  if (rest.length === 0) return 'app'
  return folder === 'platform' || folder === 'design' ? folder : 'slices'
}

export function isBelow(lower: Layer, upper: Layer): boolean {
  return order.indexOf(lower) < order.indexOf(upper)
}

/** The slice that a file belongs to: `forum`, or `groups/fit` when a folder inside has an index of its own. */
export function sliceOf(project: Project, path: string): string | undefined {
  if (!path.startsWith('src/') || path.startsWith('src/testing/') || layerOf(path) !== 'slices')
    return undefined
  for (let folder = posix.dirname(path); folder !== 'src'; folder = posix.dirname(folder)) {
    const isTop = posix.dirname(folder) === 'src'
    if (isTop || frontDoor(project, folder)) return folder.slice('src/'.length)
  }
  return undefined
}

function frontDoor(project: Project, folder: string): boolean {
  return project.files.has(`${folder}/index.ts`) || project.files.has(`${folder}/index.tsx`)
}

function inRoom(path: string, room: string): boolean {
  const file = posix.basename(path)
  return new RegExp(`^(?:.+\\.)?${room}\\.tsx?$`).test(file) || posix.dirname(path).split('/').includes(room)
}

export function isStore(path: string): boolean {
  return inRoom(path, 'store') || path.startsWith('src/platform/database/')
}

export function isViews(path: string): boolean {
  return inRoom(path, 'views')
}

export function isRules(path: string): boolean {
  return inRoom(path, 'rules')
}
