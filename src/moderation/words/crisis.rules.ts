import { meansDeath, weighs } from './broad.rules.ts'
import { plans, selfEvident, wishes } from './explicit.rules.ts'
import { implicit } from './implicit.rules.ts'
import { leavingPlans, leavingWords } from './leaving.rules.ts'
import { isDenied, isOver, type Sentence, whoBefore } from './sentences.rules.ts'

export type Crisis = 'crisis-explicit' | 'crisis-implicit' | 'about-another'

interface Found {
  kind: Crisis
  start: number
  end: number
}

/** Somebody else's end, a film about it, a meeting on it: said of the past or of a subject, and no call for help. */
const subject =
  /\b(?:anniversary|film|movie|series|book|song|article|lecture|workshop|training|prevention|awareness|statistics|study|documentary|we lost|i lost (?:my|a)|died by|when i was)\b/
const toOthers =
  /^\s*(?:>|if (?:you|anyone|anybody|someone)|to (?:any|every)(?:one|body)|are you|do you|have you|you said|you say|please (?:call|stay|talk))/
const afraid =
  /\b(?:worried|afraid|scared|help|what (?:do|can|should) i|said|says|told|tells|saying|wrote|writes|message|post|think|talks?|keeps?|sound(?:s|ed)?|cut(?:s|ting)|attempted|tried|answer|check)\b/
const quits = /\bso (?:i|im|ive)\b.{0,24}\b(?:quit|stop|taper|leav|done with|throw|start|day)/

/** What a sentence says of wanting to die, and of whom. */
export function crisisIn(sentence: Sentence): Found | undefined {
  const { text } = sentence
  const found =
    first(sentence, evident, 'crisis-explicit', true) ??
    first(sentence, planned, 'crisis-explicit') ??
    first(sentence, wished, 'crisis-explicit') ??
    second(sentence) ??
    first(sentence, hidden, 'crisis-implicit') ??
    aboutAnother(sentence)
  if (found || !weighs(text) || isOver(text) || toOthers.test(text)) return found
  return { kind: 'crisis-implicit', start: sentence.at, end: sentence.at + text.length }
}

function second({ text, at }: Sentence): Found | undefined {
  const found = meansDeath(text)
  if (!found || isDenied(text, found.index) || isOver(text) || toOthers.test(text)) return undefined
  if (subject.test(text) || whoBefore(text, found.index + 1) === 'other') return undefined
  return { kind: 'crisis-explicit', start: at + found.index, end: at + found.index + found.length }
}

/** Patterns, and one look that says whether any of them is there at all. */
interface Ways {
  any: RegExp
  each: RegExp[]
}

function ways(each: RegExp[]): Ways {
  return { any: new RegExp(each.map(({ source }) => source).join('|')), each }
}

const evident = ways(selfEvident)
const planned = ways([...plans, ...leavingPlans])
const wished = ways(wishes)
const hidden = ways([...implicit, ...leavingWords])

function first({ text, at }: Sentence, { any, each }: Ways, kind: Crisis, isSelf = false): Found | undefined {
  if (!any.test(text)) return undefined
  for (const pattern of each) {
    const found = pattern.exec(text)
    if (!found || isDenied(text, found.index) || isOver(text)) continue
    if (quits.test(text) || toOthers.test(text)) continue
    const who = isSelf ? 'self' : whoBefore(text, found.index + 1)
    const place = { start: at + found.index, end: at + found.index + found[0].length }
    if (who === 'other') {
      // What somebody said about themselves; unless the found words speak of the writer.
      if (!/\b(?:i|im|me|my|myself|mine)\b/.test(found[0])) continue
      if (/\b(?:said|says|told|tells|saying|wrote)\b.{0,20}$/.test(text.slice(0, found.index))) continue
    }
    if (subject.test(text) && kind === 'crisis-explicit' && !/myself|my life/.test(found[0])) continue
    return { kind, ...place }
  }
  return undefined
}

const theirs =
  /\b(?:kill(?:ing|s)? (?:himself|herself|themselves)|(?:hurt|harm|cut)(?:s|ting|ing)? (?:himself|herself|themselves)|suicid(?:e|al)|(?:wants?|wanted) to die|(?:was|were|is|are|be) (?:better off )?dead|end(?:ing|s)? (?:his|her|their) (?:own )?life|goodbye|doesnt want to live|(?:better off )?without (?:him|her|them)|no point in living|(?:his|her|their) (?:things|belongings) away|not want to live|take (?:his|her|their) (?:own )?life)\b/

function aboutAnother({ text, at }: Sentence): Found | undefined {
  const found = theirs.exec(text)
  if (!found || isOver(text) || subject.test(text) || toOthers.test(text)) return undefined
  if (!afraid.test(text) || isDenied(text, found.index)) return undefined
  if (whoBefore(text, found.index + found[0].length) !== 'other') return undefined
  return { kind: 'about-another', start: at + found.index, end: at + found.index + found[0].length }
}
