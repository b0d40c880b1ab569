/**
 * One plain form of what people type, so that a rule is written once: small letters, no accents, no apostrophes, look-alike
 * letters as the Latin ones, "k1ll" and "k i l l" as "kill", nothing invisible. Every letter remembers where it stood.
 */
export interface Folded {
  text: string
  /** For each letter of `text`, its index in what was typed. Worked out when it is asked for: most texts have nothing to mark. */
  from(): number[]
}

interface Lettered {
  text: string
  from: number[]
}

// Letters of other scripts that are drawn like Latin ones. Not all of Unicode's: this also runs on phones.
const alike = new Map(
  Object.entries({
    a: 'аɑαàáâãäåāăąǎȧạ',
    b: 'Ьƅв',
    c: 'сϲçćč',
    d: 'ԁɗďđ',
    e: 'еҽєèéêëēĕėęěẹ',
    g: 'ɡǥğġ',
    h: 'һнĥ',
    i: 'іɩιìíîïĩīĭįıị',
    j: 'јϳ',
    k: 'кκķ',
    l: 'ⅼӏłļľ',
    m: 'м',
    n: 'ռոñńňņ',
    o: 'оοσòóôõöøōŏőọ',
    p: 'рρ',
    q: 'ԛ',
    r: 'гŕř',
    s: 'ѕśšşș',
    t: 'тτťţț',
    u: 'υսùúûüũūŭůűų',
    v: 'ѵν',
    w: 'ԝωŵ',
    x: 'хχ',
    y: 'уүγýÿŷ',
    z: 'žźż',
    "'": '’‘ʼ`´',
    '"': '“”„«»',
    '-': '‐‑–—−',
  }).flatMap(([latin, letters]) => [...letters].map((letter): [string, string] => [letter, latin])),
)

const leet: Record<string, string> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't', '@': 'a', $: 's' }
const ignored = /[\p{Default_Ignorable_Code_Point}\p{Bidi_Control}\p{M}]/u
const notPlain = /[^\n -~]/
/** What phones put in by themselves: one plain letter for each. */
const typographic = /[’‘ʼ´“”„«»‐‑–—−\u00a0]/g

export function fold(typed: string): Folded {
  const plain = typed.replace(typographic, (sign) => alike.get(sign) ?? ' ')
  if (notPlain.test(plain)) {
    const { text, from } = letterByLetter(typed)
    return { text, from: () => from }
  }
  const text = plain
    .toLowerCase()
    .replaceAll("'", '')
    .replace(/([a-z])\1{2,}/g, '$1$1')
  let places: number[] | undefined
  const from = () => {
    places ??= letterByLetter(typed).from
    return places
  }
  return { text: unspaced({ text: unleet(text), from: [] }).text, from }
}

function letterByLetter(typed: string): Lettered {
  const text: string[] = []
  const from: number[] = []
  const put = (letter: string, at: number) => {
    // "pleeease" and "killlll" say no more than "please" and "kill".
    const before = text.length
    if (letter === text[before - 1] && letter === text[before - 2] && letter >= 'a' && letter <= 'z') return
    text.push(letter)
    from.push(at)
  }
  const lower = typed.toLowerCase()
  // Some capitals are longer in small letters; the places would then be wrong, so each is taken by itself.
  const steady = lower.length === typed.length
  for (let at = 0; at < typed.length; at++) {
    const letter = (steady ? lower[at] : typed[at]?.toLowerCase().slice(0, 1)) ?? ''
    if (letter === "'") continue
    if (!notPlain.test(letter)) put(letter, at)
    else for (const plain of plainOf(typed, letter, at)) put(plain, at)
  }
  return unspaced({ text: unleet(text.join('')), from })
}

function plainOf(typed: string, letter: string, at: number): string {
  const known = alike.get(letter)
  if (known !== undefined) return known === "'" ? '' : known
  if (ignored.test(letter)) return ''
  if (/\s/.test(letter)) return letter === '\r' ? '' : ' '
  // A letter of the further planes (bold, script, circled) comes in two halves; its plain form stands for the first.
  const code = typed.codePointAt(at) ?? 0
  if (code >= 0xdc00 && code <= 0xdfff) return ''
  const plain = String.fromCodePoint(code).normalize('NFKC').toLowerCase()
  return plain.length <= 4 ? plain.replace(/\p{M}/gu, '') : letter
}

const signInWord = /[a-z][013457@$]+[a-z]/

/** "k1ll" -> "kill"; "7oh", "10mg" and "2nd" stay as they are: there a number stands before letters. */
function unleet(text: string): string {
  // Few texts have such a word, and then there is no need to look at each.
  if (!signInWord.test(text)) return text
  return text.replace(/[a-z0-9@$]+/g, (word) =>
    /^[a-z@$]/.test(word) && signInWord.test(word)
      ? word.replace(/[013457@$]/g, (sign) => leet[sign] ?? sign)
      : word,
  )
}

/** "k i l l" -> "kill": three and more letters that stand alone, joined. */
function unspaced({ text, from }: Lettered): Lettered {
  const runs = /(?<![a-z0-9])[a-z](?:[ .*_-][a-z]){2,}(?![a-z0-9])/g
  if (text.search(runs) < 0) return { text, from }
  const drop = new Set<number>()
  for (const run of text.matchAll(runs)) {
    // "I w a n t": the first is a word of its own.
    const start = run[0].startsWith('i ') && run[0].length > 5 ? 3 : 1
    for (let at = start; at < run[0].length; at += 2) drop.add(run.index + at)
  }
  return {
    text: text
      .split('')
      .filter((_, at) => !drop.has(at))
      .join(''),
    from: from.filter((_, at) => !drop.has(at)),
  }
}
