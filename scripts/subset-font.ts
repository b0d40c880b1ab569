/**
 * Makes src/design/newsreader.woff2: one weight of Newsreader (SIL Open Font License 1.1), cut down to the letters
 * of Western European languages, so that the first page stays light. Run by hand when the font changes.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import subsetFont from 'subset-font'

const letters = [
  ...Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)),
  ...'\u00a0¡¿«»·ÄÅÆÇÉÑÖØÜßàáâãäåæçèéêëìíîïñòóôõöøùúûü‘’“”–—…',
].join('')

const source = readFileSync(
  'node_modules/@fontsource-variable/newsreader/files/newsreader-latin-wght-normal.woff2',
)
const subset = await subsetFont(source, letters, { targetFormat: 'woff2', variationAxes: { wght: 460 } })
writeFileSync('src/design/newsreader.woff2', subset)
console.log(`src/design/newsreader.woff2: ${subset.length} bytes`)
