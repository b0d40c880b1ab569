/** What a text must not say, whoever wrote it. Each with the sentence its writer is told. */
const forbidden: [RegExp, string][] = [
  [
    /\b\d+(?:[.,]\d+)?\s?(?:mg|mcg|µg|g|grams?|milligrams?|ml|tablets?|capsules?|pills?|drops)\b/iu,
    'names an amount to take; Newleaf gives no doses',
  ],
  [/!/u, 'has an exclamation mark'],
  [
    /\b(?:COWS|SOWS|PSQI|ISI|C-SSRS|PHQ-?\d|GAD-?7|BARC-?10|DSM-?(?:5|IV)|WHO-?5|DAST-?10)\b/u,
    'names a rating scale; most of their texts are not ours to print',
  ],
  [/\b(?:guarantee[sd]?|cures?|cured|miracle|risk-free|100 ?%)(?!\w)/iu, 'makes a medical promise'],
  [
    /\b(?:42 seconds|Hill 2025|Tetris|86 (?:%|in 100|per cent))/iu,
    'repeats a claim for which no support was found',
  ],
  [/\b(?:addicts?|junkies?|relapse failure|clean time|dirty)\b/iu, 'uses a word that shames'],
]

/** Words that make a sentence a claim about bodies, substances or studies: it then needs a source. */
const clinical =
  /\b(?:withdraw\w*|symptoms?|seizures?|fever|vomit\w*|diarrhoea|urine|liver|naloxone|naltrexone|buprenorphine|loperamide|benzodiazepines?|alcohol|opioids?|stud(?:y|ies)|trials?|evidence|guidelines?|anxiety|low mood|pregnan\w*|breastfeeding|psychosis|dependen\w*|tolerance|in 100|per cent|peak|stress hormone|blood pressure|pharmacist)\b|\d+ (?:to \d+ )?(?:seconds|minutes|hours|days|weeks|months|people)\b/iu

const citation = /\[@([\w-]+)\]/g

/** The names of forbidden things in a sentence of ours, wherever it stands. */
export function forbiddenIn(text: string): string[] {
  return forbidden.flatMap(([pattern, why]) => {
    const found = pattern.exec(text)
    return found ? [`“${found[0]}” ${why}`] : []
  })
}

/**
 * Why an article may not be published, in sentences that name the place; none when it may.
 * A paragraph or list entry that makes a clinical statement must cite one of the sources.
 */
export function faultsIn(markdown: string, sources: { id: string }[]): string[] {
  if (sources.length === 0) return ['names no source']
  const known = new Set(sources.map(({ id }) => id))
  const cited = new Set([...markdown.matchAll(citation)].map(([, id = '']) => id))
  return [
    ...forbiddenIn(markdown.replace(citation, '')),
    ...blocksOf(markdown)
      .filter((block) => clinical.test(withoutLinks(block)) && !/\[@[\w-]+\]/.test(block))
      .map((block) => `makes a statement without a source: “${block.slice(0, 60)}…”`),
    ...[...cited].filter((id) => !known.has(id)).map((id) => `cites ${id}, which is not among its sources`),
    ...[...known].filter((id) => !cited.has(id)).map((id) => `lists ${id} and never cites it`),
  ]
}

/** Paragraphs and list entries, without headings. */
function blocksOf(markdown: string): string[] {
  return markdown
    .split(/\n\s*\n|\n(?=\s*(?:[-*]|\d+\.) )/)
    .map((block) => block.trim())
    .filter((block) => block !== '' && !block.startsWith('#'))
}

/** The names of our own pages are no claims. */
function withoutLinks(block: string): string {
  return block.replace(/\[[^\]]*\]\([^)]*\)/g, '')
}
