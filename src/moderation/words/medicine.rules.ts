import type { Place } from './classify.rules.ts'

const named =
  /(?:subs?|suboxone|subutex|sublocade|zubsolv|brixadi|buprenorphine|bupe|methadone|tramadol|naltrexone|vivitrol|gabapentin|gabas?|neurontin|pregabalin|lyrica|clonidine|lofexidine|lucemyra|xanax|klonopin|valium|ativan|diazepam|lorazepam|alprazolam|clonazepam|temazepam|benzos?|baclofen|trazodone|seroquel|quetiapine|mirtazapine|remeron|hydroxyzine|vistaril|benadryl|diphenhydramine|doxylamine|unisom|loperamide|lope|imodium|tianeptine|phenibut|kava|kanna|ibuprofen|advil|tylenol|paracetamol|acetaminophen|aspirin|naproxen|melatonin|magnesium|vitamins?|zinc|zoloft|sertraline|lexapro|escitalopram|celexa|citalopram|prozac|fluoxetine|paxil|duloxetine|cymbalta|wellbutrin|bupropion|effexor|venlafaxine|buspirone|buspar|propranolol|adderall|ritalin|vyvanse|zofran|ondansetron|dxm|modafinil|ambien|zolpidem|lunesta|st johns wort|tizanidine|zanaflex|cyclobenzaprine|flexeril|robaxin|methocarbamol|oxycodone|oxy|percocet|norco|hydrocodone|vicodin|morphine|fentanyl|codeine|dihydrocodeine|kratom|7 ?oh|7-oh|ashwagandha|nac|dlpa|agmatine|black seed oil|cbd|thc|ketamine|lamictal|lithium|abilify|topamax|ropinirole|mirapex|requip)\b/g
/**
 * Their names as capitals, which a folded sentence has none of, each letter in its place: a pattern of the whole list six
 * times over is megabytes of machine code, also on an old phone.
 */
const marked = (sentence: string) => sentence.replace(named, (name) => 'M'.repeat(name.length))
const medicine = 'M+\\b'

const number =
  '(?:\\d+(?:[.,/]\\d+)?(?:(?: |-| to )\\d+)?|one|two|three|four|five|six|eight|ten|twelve|half(?: an?)?|a couple(?: of)?|a few|an extra|a|1/4|1/2)'
const unit =
  '(?:mgs?|mcg|ug|milligrams?|micrograms?|g|gs|gr|grams?|gm|ml|tablets?|tabs?|pills?|capsules?|caps|strips?|scoops?|teaspoons?|tsp|drops|shots?)'
const measured = `${number} ?${unit}\\b`

// "Kratom" among the medicines is for advice to others; one's own grams of it are one's own story.
const ownStory = /kratom|7 ?-?oh/
const near = new RegExp(
  `\\b(?:${number} ?${unit}?(?: of| x)? ?(?:\\d+ ?mg )?(?:of )?${medicine}|${medicine}(?: \\w+){0,2}[ ,:]+(?:\\d+ x )?(?:is |at |about )?(?:\\d+(?:[.,]\\d+)? ?(?:mgs?|mcg|g|grams?|ml)\\b|\\d+(?:[.,]\\d+)?\\b(?! (?:days?|weeks?|years?|months?|hours?|times|oclock|people|am\\b|pm\\b|a\\b|%)))|${number} ?(?:mgs?|mcg|milligrams?)\\b(?: \\w+){0,3} ${medicine}|${medicine}.{0,30}\\b\\d+(?:[.,]\\d+)? ?(?:mgs?|mcg|milligrams?|grams?)\\b|\\d+(?:[.,]\\d+)? ?(?:mgs?|milligrams?)\\b.{0,24}\\b${medicine})`,
)
const vague = /^(?:a|an|one|half an?|a few|a couple(?: of)?) (?!tab|pill|cap|strip|mg|milli)/

/** An amount of a medicine, also one's own: somebody else's body takes it differently. */
export function amountIn(sentence: string): Place | undefined {
  if (!/\d|\b(?:one|two|three|four|five|six|eight|ten|twelve|half|couple)\b/.test(sentence)) return undefined
  const found = near.exec(marked(sentence))
  if (!found) return undefined
  const place = { start: found.index, end: found.index + found[0].length }
  const words = sentence.slice(place.start, place.end)
  if (ownStory.test(words)) return undefined
  if (vague.test(words) && !/\d/.test(words) && !/^(?:one|a couple)/.test(words)) return undefined
  return place
}

const anAmount = `(?:${measured}|${number}(?: or \\w+)? (?:less\\b|more\\b|${medicine})|\\d+(?:[.,]\\d+)? ?(?:%|percent)|(?:half|double|twice) (?:a|the|your|that) (?:dose|tab|tablet|strip|amount)|half a tab)`
const verbs =
  'take|takes|taking|drop|dropping|cut|cutting|start|starting|try|trying|use|using|do|go|switch|lower|reduce|reducing|dose|dosing|skip|put|have|give|tell|add|stay|stick|step|taper|stop|up|increase|raise|go down|come down|begin|eat|drink|stack|mix|redose|get'

const advice = [
  // "Take 2 mg", "Just cut your dose by 10 %", at the beginning of a clause, where nobody says "I".
  new RegExp(
    `(?:^|[,:] |\\b(?:and|then|or|just|please|instead|so|advice|u|you|ya|ull|youll|youd|one|everyone|everybody|him|her|them|he|she|they|your (?:husband|wife|son|daughter|friend)) )\\s*(?:(?:should|shud|shld|could|can|must|might|may|need to|needs to|have to|has to|ought to|want to|better|gotta|would|to|always|never|dont|safely|just|only|simply|all|here|try|be|also|be) ){0,4}(?:${verbs})\\b(?! (?:it|this|that) one)[^.]{0,45}?\\b${anAmount}`,
  ),
  new RegExp(
    `\\b(?:if i were you|i(?:d| would) (?:take|do|start|try|drop|go|recommend|suggest)|i (?:recommend|suggest|advise))\\b[^.]{0,40}?\\b(?:${anAmount})`,
  ),
  /\b(?:cut|lower|reduce|drop|taper|halve|double|raise|increase|skip) (?:your|ur|the|his|her|their) (?:(?:\w+ )?dose|doses|dosage|intake|amount)\b/,
  /\b(?:your|ur|his|her|their|the right|the best|right|max(?:imum)?|starting|safe|a good|correct|ideal) (?:starting |daily |max |total |next |first |safe )?(?:dose|dosage|amount)\b[^.]{0,20}\b(?:is|should be|would be|for (?:you|him|her|them)|of)\b/,
  /\b(?:schedule|taper plan|plan|protocol|regimen|taper) for (?:you|everybody|everyone|him|her|them|all)\b/,
  /\bdose (?:every|each|twice|three times|once)\b|\bnever more than \d/,
  /\b(?:week|day) (?:one|1)\b[^.]{0,16}\d+ ?(?:g|mg|grams?)\b[^.]{0,24}\b(?:week|day) (?:two|2)\b/,
  new RegExp(`\\bbest is \\d[^.]{0,12}(?:${medicine}|mg\\b|g\\b)`),
  new RegExp(`\\byou(?:ll| will)? (?:be |do )?(?:fine|ok|okay|good|better) with ${anAmount}`),
]
// Somebody tells their own story, or passes on what a doctor decided for them.
const own =
  /\b(?:i|ive|im|we|he has me|she has me|my doctor|my (?:taper|plan|dose|schedule)|they started me|prescribed me)\b/
const notAdvice =
  /\b(?:your vitamins|dont take advice|do you|did you|would not|nobody here|cant say|we cant)\b/

/** Telling somebody else how much to take. */
export function dosingIn(sentence: string): Place | undefined {
  if (!/dose|dosage|\d|\b(?:one|two|three|four|half|halve|double|couple|schedule|plan)\b/.test(sentence))
    return undefined
  const named = marked(sentence)
  for (const pattern of advice) {
    const found = pattern.exec(named)
    if (!found || notAdvice.test(sentence)) continue
    const upTo = sentence.slice(0, found.index + found[0].length)
    if (
      own.test(upTo) &&
      !/\b(?:if i were you|i(?:d| would)|i (?:recommend|suggest|advise)|you|your|u|him|her|them|everyone|for all)\b/.test(
        upTo,
      )
    )
      continue
    return { start: found.index, end: found.index + found[0].length }
  }
  return undefined
}
