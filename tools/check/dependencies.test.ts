import { expect, test } from 'vitest'
import { dependencies } from './dependencies.ts'
import { places, tree } from './tree.ts'

const manifest = JSON.stringify({ dependencies: { hono: '4.0.0' }, devDependencies: { knip: '6.0.0' } })
const page = '| `hono` | serves `Request`s | | MIT |\n| `knip` | | | ISC |'

test('a page with a line for each dependency passes', async () => {
  expect(
    await places(dependencies, tree({ 'package.json': manifest, 'docs/dependencies.md': page })),
  ).toEqual([])
})

test('a dependency without a line and a line without a dependency are found', async () => {
  const broken = tree({ 'package.json': manifest, 'docs/dependencies.md': '| `hono` | |\n| `gone` | |' })
  expect(await places(dependencies, broken)).toEqual(['docs/dependencies.md', 'docs/dependencies.md:2'])
})

test('the thirty-first dependency at runtime is one too many', async () => {
  const names = Array.from({ length: 31 }, (_, index) => `package-${index}`)
  const many = JSON.stringify({ dependencies: Object.fromEntries(names.map((name) => [name, '1.0.0'])) })
  const lines = names.map((name) => `| \`${name}\` | |`).join('\n')
  expect(await places(dependencies, tree({ 'package.json': many, 'docs/dependencies.md': lines }))).toEqual([
    'package.json',
  ])
})
