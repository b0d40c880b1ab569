// No language writes this number with another sign, and nobody has it.
const any = 7777

/** A sentence with a number for the page’s script, which knows no plurals: one for 1, one for all others. */
export function counted(name: string, say: (count: number) => string): Record<string, string> {
  const others = say(any).replace(/7\D?777/, '{count}')
  return { [`${name}.one`]: say(1), [name]: others }
}
