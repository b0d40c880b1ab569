const letters = 'abcdefghijklmnopqrstuvwxyz'
const shortest = 4
const longest = 16

/** Everything one slip of the finger away from a word: a letter left out, doubled, wrong, or two that changed places. */
export function slipsOf(word: string): string[] {
  if (word.length < shortest || word.length > longest || !/^[a-z0-9]+$/.test(word)) return []
  const slips = new Set<string>()
  for (let at = 0; at <= word.length; at++) {
    const [before, after] = [word.slice(0, at), word.slice(at)]
    for (const letter of letters) {
      slips.add(before + letter + after)
      if (after) slips.add(before + letter + after.slice(1))
    }
    if (after) slips.add(before + after.slice(1))
    if (after.length > 1) slips.add(`${before}${after[1]}${after[0]}${after.slice(2)}`)
  }
  slips.delete(word)
  return [...slips]
}
