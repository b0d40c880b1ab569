import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { readProject } from './project.ts'
import { schemaFile } from './schemaFile.ts'
import { places, tree } from './tree.ts'
import { unused } from './unused.ts'

test('the schema check passes on what the command says', async () => {
  expect(await schemaFile.run(tree({}, { code: 0 }))).toEqual([])
  const [finding] = await schemaFile.run(tree({}, { code: 1, output: 'line 12: "handle text" is missing' }))
  expect(finding?.sentence).toContain('line 12')
})

test('an export and a dependency that nothing uses are found, and a clean project passes', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'newleaf-knip-'))
  try {
    const write = (name: string, text: string) => writeFileSync(join(folder, name), text)
    symlinkSync(resolve('node_modules'), join(folder, 'node_modules'), 'junction')
    write('package.json', JSON.stringify({ name: 'invented', type: 'module', dependencies: { hono: '4' } }))
    write('knip.json', JSON.stringify({ entry: ['main.ts'], project: ['*.ts'] }))
    write('main.ts', "import { used } from './parts.ts'\nimport 'hono'\nconsole.log(used)\n")
    write('parts.ts', 'export const used = 1\n')
    expect(await places(unused, readProject(folder))).toEqual([])

    write('main.ts', "import { used } from './parts.ts'\nconsole.log(used)\n")
    write('parts.ts', 'export const used = 1\nexport const idle = 2\n')
    write('alone.ts', 'export const nobody = 1\n')
    const found = await places(unused, readProject(folder))
    expect(found.map((place) => place.split(':')[0]).sort()).toEqual(['alone.ts', 'package.json', 'parts.ts'])
  } finally {
    rmSync(folder, { recursive: true })
  }
})
