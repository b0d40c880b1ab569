import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { islandBudget } from './islandBudget.ts'
import { tree } from './tree.ts'

const budget = [{ name: 'forum/live-topic', reason: 'new replies appear by themselves', maxBytes: 3000 }]
const built = {
  'dist/assets/names.json': JSON.stringify({
    'island/forum/live-topic': 'live-topic-1.js',
    style: 'style-1.css',
  }),
  'dist/assets/live-topic-1.js': `import{a}from"./shared-1.js";a("${randomBytes(500).toString('hex')}")`,
  'dist/assets/shared-1.js': `export const a="${randomBytes(500).toString('hex')}"`,
}
const told = async (files: Record<string, string>) => {
  const findings = await islandBudget.run(
    tree({ ...built, 'tools/islands.json': JSON.stringify(budget), ...files }),
  )
  return findings.map(({ file, sentence }) => `${file} ${sentence}`)
}

test('an island within its budget passes', async () => {
  expect(await told({})).toEqual([])
})

test('an island is weighed with what it imports', async () => {
  const heavier = { 'dist/assets/shared-1.js': `export const a="${randomBytes(5000).toString('hex')}"` }
  expect(await told(heavier)).toEqual([
    expect.stringMatching(/^src\/forum\/islands\/live-topic Make .+ lighter/),
  ])
})

test('an island needs a line and a reason, and a line an island', async () => {
  expect(await told({ 'tools/islands.json': '[]' })).toEqual([
    expect.stringContaining('Give forum/live-topic'),
  ])
  const mute = JSON.stringify([{ ...budget[0], reason: ' ' }])
  expect(await told({ 'tools/islands.json': mute })).toEqual([
    expect.stringContaining('why forum/live-topic'),
  ])
  const extra = JSON.stringify([...budget, { name: 'forum/gone', reason: 'was there', maxBytes: 1 }])
  expect(await told({ 'tools/islands.json': extra })).toEqual([expect.stringContaining('no such island')])
})

test('nothing is weighed before the build, and that is said', async () => {
  expect(await islandBudget.run(tree({}))).toHaveLength(1)
})
