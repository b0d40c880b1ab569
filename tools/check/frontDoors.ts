import { posix } from 'node:path'
import { sliceOf } from './places.ts'
import type { Check } from './project.ts'
import { codeIn, importsOf } from './source.ts'

// The table of contents mounts each slice's router; were the routers in index.ts, every slice that uses
// another one would load its pages, and two slices that link to each other would load in a circle.
const mayMountRoutes = /^src\/[^/]+\.tsx?$/

export const frontDoors: Check = {
  name: 'front doors',
  sentence: 'One slice reaches another only through its index.ts.',
  run: (project) =>
    codeIn(project, 'src').flatMap(([path, text]) =>
      importsOf(path, text).flatMap(({ target, line }) => {
        const to = target?.startsWith('src/') ? sliceOf(project, target) : undefined
        if (!target || !to || sliceOf(project, path) === to) return []
        const within = posix.relative(`src/${to}`, target)
        if (/^index\.tsx?$/.test(within)) return []
        if (/^routes\.tsx?$/.test(within) && mayMountRoutes.test(path)) return []
        return [
          {
            file: path,
            line,
            sentence: `Import ${within} of ${to} through src/${to}/index.ts, and export it there.`,
          },
        ]
      }),
    ),
}
