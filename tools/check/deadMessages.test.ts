import { expect, test } from 'vitest'
import { deadMessages } from './deadMessages.ts'
import { places, tree } from './tree.ts'

const clean = {
  'messages/en/forum.json': JSON.stringify(
    { title: 'a', 'day.one': 'b', 'day.two': 'c', 'mistake.short': 'd' },
    null,
    2,
  ),
  'src/forum/messages.ts':
    "import en from '../../messages/en/forum.json' with { type: 'json' }\nexport const t = (key: string) => en",
  'src/forum/views.tsx': `import { t } from './messages.ts'\nexport const V = (d: string) => <p>{t('title')}{t(\`day.\${d}\`)}</p>`,
  'src/forum/rules.ts': "export const whyNo = () => 'mistake.short'",
}

test('a message counts as used by its key, by a template with gaps, and by a rule that names it', async () => {
  expect(await places(deadMessages, tree(clean))).toEqual([])
})

test('a message is dead when only a comment, a test or a stranger says its key', async () => {
  const broken = {
    ...clean,
    'src/forum/rules.ts': '// mistake.short',
    'src/forum/rules.test.ts': "export const a = 'mistake.short'",
    'src/home/index.ts': "export const a = 'mistake.short'",
  }
  expect(await places(deadMessages, tree(broken))).toEqual(['messages/en/forum.json:5'])
})

test('who imports the catalogue of another folder counts as its reader', async () => {
  const shared = {
    ...clean,
    'src/forum/rules.ts': '',
    'src/home/index.ts': "import { t } from '../forum/messages.ts'\nexport const a = t('mistake.short')",
  }
  expect(await places(deadMessages, tree(shared))).toEqual([])
})

test('a template that is all gap excuses nothing', async () => {
  const broken = {
    ...clean,
    'src/forum/rules.ts': `export const a = (b: string, c: string) => \`\${b}.\${c}\``,
  }
  expect(await places(deadMessages, tree(broken))).toEqual(['messages/en/forum.json:5'])
})
