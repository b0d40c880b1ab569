/** A postcode somebody typed: the part that says the area, and in which countries it may be. */
export interface PostcodeQuestion {
  code: string
  countries: string[]
}

const shapes: [shape: RegExp, countries: string[]][] = [
  // Zip codes, with or without the four digits that say the block.
  [/^(\d{5})(?:-?\d{4})?$/, ['US']],
  // "K1A 0B1" is Canadian, "W1A 1AA" British: the last three tell them apart, alone the first three may be either.
  [/^([A-CEGHJ-NPR-TVXY]\d[A-Z]) ?\d[A-Z]\d$/, ['CA']],
  [/^([A-Z]{1,2}\d[A-Z\d]?) ?\d[A-Z]{2}$/, ['GB']],
  [/^([A-Z]\d[\dW]) ?[A-Z0-9]{4}$/, ['IE']],
  [/^([A-Z]{1,2}\d[A-Z\d]?)$/, ['GB', 'CA', 'IE']],
]

/** Reads a postcode, its country said behind a comma or not; undefined when it is none. */
export function readPostcode(words: string): PostcodeQuestion | undefined {
  const text = words.split(',')[0]?.trim().replace(/\s+/g, ' ').toUpperCase() ?? ''
  for (const [shape, countries] of shapes) {
    const code = shape.exec(text)?.[1]
    if (code) return { code, countries }
  }
  return undefined
}
