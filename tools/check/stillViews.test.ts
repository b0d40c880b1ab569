import { expect, test } from 'vitest'
import { stillViews } from './stillViews.ts'
import { places, tree } from './tree.ts'

test('a view that only draws passes; the word await in a text or comment is no wait', async () => {
  const clean = {
    'src/forum/views.tsx':
      "import type { Topic } from './store.ts'\n// await nothing\nexport const V = (t: Topic) => <p>We await you</p>",
    'src/forum/routes.tsx': 'export const a = async () => await 1',
    'src/forum/views.test.tsx': 'export const a = async () => await 1',
  }
  expect(await places(stillViews, tree(clean))).toEqual([])
})

test('await, async and the store are found in every views file', async () => {
  const broken = {
    'src/forum/views.tsx': "import { find } from './store.ts'\nexport const a = async () =>\n  await find()",
    'src/forum/topic.views.tsx': 'export async function* a() {}',
    'src/home/views/days.tsx': 'export {}\nfor await (const a of []) console.log(a)',
    'src/home/views.tsx': "import { db } from '../platform/database/index.ts'\nexport { db }",
  }
  expect(await places(stillViews, tree(broken))).toEqual([
    'src/forum/views.tsx:2',
    'src/forum/views.tsx:3',
    'src/forum/views.tsx:1',
    'src/forum/topic.views.tsx:1',
    'src/home/views/days.tsx:2',
    'src/home/views.tsx:1',
  ])
})
