import type { Folded } from './fold.rules.ts'

/** One sentence of a folded text. */
export interface Sentence {
  text: string
  /** Where it begins in the folded text. */
  at: number
}

/** Lines that quote somebody else ("> …") are not the writer's own, and left out. */
export function sentencesOf({ text }: Folded): Sentence[] {
  const sentences: Sentence[] = []
  let at = 0
  for (const line of text.split('\n')) {
    if (!/^ {0,3}>/.test(line))
      for (const found of line.matchAll(/[^.!?;]+(?:\.\w[^.!?;]*)*/g))
        if (found[0].length > 2) sentences.push({ text: found[0], at: at + found.index })
    at += line.length + 1
  }
  return sentences
}

const self = 'i|im|ive|id|ill|me|my|myself|mine'
const others =
  'you|your|youre|youve|u|he|she|they|hes|shes|theyre|him|her|his|them|their|himself|herself|themselves|yourself|who|whoever|someone|somebody|anyone|anybody|everybody|people|user|member|friend|friends|brother|sister|son|daughter|mother|mom|mum|father|dad|wife|husband|partner|boyfriend|girlfriend|cousin|uncle|aunt|roommate|neighbor|neighbour|kid|child|guy|girl|man|woman|colleague|coworker|patient|sponsor|buddy|mate|grandpa|grandma|nephew|niece'
/** How far back in a sentence a word still belongs to what follows. */
const nearby = 160

const someone = new RegExp(`\\b(?:(${self})|(${others})s?)\\b`, 'g')

/** Of whom a sentence speaks just before a place in it. */
export function whoBefore(text: string, at: number): 'self' | 'other' | 'nobody' {
  let who: 'self' | 'other' | 'nobody' = 'nobody'
  for (const found of text.slice(Math.max(0, at - nearby), at).matchAll(someone)) {
    // "Told my wife I am fine", "tell my kids": what comes last counts, and "my" only owns what follows.
    if (found[1]) who = found[1] === 'my' && who !== 'nobody' ? who : 'self'
    else who = 'other'
  }
  return who
}

const negation =
  /\b(?:not|never|no|nor|without|dont|doesnt|didnt|isnt|wasnt|arent|wont|wouldnt|havent|hasnt|cannot|cant|aint|neither|nothing about)\b(?! (?:only|just|joking|kidding|sure|being|stop|know|care|kill|be alive|exist|live))[^,:"]{0,28}$/

/** Whether what stands at a place is denied just before it, in the same clause. */
export function isDenied(text: string, at: number): boolean {
  const clause =
    text
      .slice(Math.max(0, at - nearby), at)
      .split(/,|:| but | yet | though | because | so | and i | and then /)
      .at(-1) ?? ''
  return negation.test(clause)
}

const past =
  /\b(?:used to|years? ago|months ago|decades? ago|back then|long ago|when i was|in my (?:teens|twenties|thirties|forties|youth)|as a (?:kid|child|teen|teenager)|at (?:1\d|2\d)\b|in (?:19|20)\d\d|once upon|last (?:year|winter|summer|spring|autumn|fall)|that (?:winter|summer|year)|since then|i was wrong)/
const present =
  /\b(?:now|again|still|tonight|today|right now|these days|lately|since i (?:quit|stopped)|keeps?|back and|is back)\b/

/** Told as something that is over. */
export function isOver(text: string): boolean {
  return (
    past.test(text) &&
    !present.test(
      text.replace(
        /\b(?:but|and|,)? ?(?:i am|im|today|now|i)[^,]{0,20}\b(?:thankful|grateful|glad|here|fine|okay|better|alive|happy|43|made|cooked|baked|laughed|smiled|slept|danced|sang)\b.*/,
        '',
      ),
    )
  )
}
