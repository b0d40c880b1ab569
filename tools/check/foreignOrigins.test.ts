import { expect, test } from 'vitest'
import { foreignOrigins } from './foreignOrigins.ts'
import { places, tree } from './tree.ts'

test('links that a person follows, own requests and addresses from settings pass', async () => {
  const clean = {
    'src/help/views.tsx':
      'export const V = () => <><a href="https://findahelpline.com">x</a><img src="/a.svg" /><svg xmlns="http://www.w3.org/2000/svg" /></>',
    'src/meetings/feed.ts': "// fetch('https://a.example')\nexport const a = (url: string) => fetch(url)",
    'src/design/tokens.css': '@import "./fields.css";',
    'content/en/a.md': '[NHS](https://nhs.uk)',
    'src/help/a.test.ts': "fetch('https://a.example')",
  }
  expect(await places(foreignOrigins, tree(clean))).toEqual([])
})

test('whatever loads from another origin by itself is found', async () => {
  const views = [
    '<img src="https://a.example/x.png" />',
    `<img srcset={\`https://a.example/\${1}.png\`} />`,
    '<link rel="stylesheet" href="//a.example/x.css" />',
    '<form action={"https://a.example"} />',
  ]
  for (const view of views) {
    const broken = tree({ 'src/help/views.tsx': `export const V = () => (\n  ${view}\n)` })
    expect(await places(foreignOrigins, broken), view).toEqual(['src/help/views.tsx:2'])
  }
  const codes = [
    "fetch('https://a.example')",
    "new WebSocket('wss://a.example')",
    "import('https://a.example/x.js')",
  ]
  for (const code of codes) {
    const broken = tree({ 'src/help/islands/a.ts': `export const a = () =>\n  ${code}` })
    expect(await places(foreignOrigins, broken), code).toEqual(['src/help/islands/a.ts:2'])
  }
})

test('styles and articles that load from another origin are found', async () => {
  const broken = {
    'src/design/fonts.css': '\n@import "https://fonts.example/a";\na { background: url(//a.example/b) }',
    'content/en/a.md': '\n![a picture](https://a.example/b.png)',
  }
  expect(await places(foreignOrigins, tree(broken))).toEqual([
    'src/design/fonts.css:2',
    'src/design/fonts.css:3',
    'content/en/a.md:2',
  ])
})
