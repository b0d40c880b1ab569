import type { Place } from './classify.rules.ts'

const product =
  '(?:kratom|kratoms|ketum|powder|leaf|7 ?-?oh|7-?hydroxy\\w*|tabs?|tablets?|pills|extracts?|shots?|capsules?|caps|strips?|(?:red|green|white|gold)(?: (?:bali|maeng da|borneo|indo|malay|vein|thai|horn|hulu|kali|dragon))?|maeng ?da|bali|stash|subs|suboxone|gabapentin|gabas|clonidine|phenibut|tianeptine|xanax|benzos|loperamide|gear|stuff|product|tapering capsules)'
const seller =
  '(?:vendors?|suppliers?|plugs?|dealers?|sources?|connects?|hook ?up|seller|distributor|wholesaler)'
const get = '(?:buy|order|get|find|cop|score|purchase|source|pick up|grab|obtain)'

const sourcing = [
  new RegExp(
    `\\b(?:where|how|what (?:site|website|shop|store|place)|which (?:site|website|shop|store))\\b.{0,24}\\b(?:can|do|did|does|to|could|would|should|may|u|yall|will)\\b.{0,16}\\b${get}\\b.{0,24}\\b${product}\\b`,
  ),
  /\bwhere\b.{0,24}\b(?:buy(?=kratom)|(?:buy|order|cop|score|purchase)\b)(?! (?:groceries|a (?:blanket|book)|food|books|flowers|shoes))/,
  /\b(?:where|who)\b.{0,16}\b(?:get|got|getting|buy|bought|buying|order|find) (?:it|yours|them|your (?:powder|kratom|tabs|stuff|leaf|extract))\b/,
  new RegExp(
    `\\b(?:good|reliable|best|trusted|legit|new|decent|cheap|solid|safe|another|any|a|my|looking for|need|recommend) (?:\\w+ )?${seller}\\b(?! (?:of (?:stress|joy|strength|support|hope|comfort|protein|iron|light|pain|anxiety)|emails?|s emails))`,
  ),
  /\b(?:got|have|know|got a|find|any) (?:a |an |any |the )?(?:plug|connect|dealer|source for|supplier|vendor|vendors)\b/,
  new RegExp(
    `\\b(?:im |i am |anyone |anybody |who is |someone |who )?(?:selling|sells?|reselling)\\b.{0,24}\\b(?:my|your|leftover|some|the|bulk|cheap|strong|any)?.{0,12}\\b${product}\\b|\\bfor sale\\b`,
  ),
  /\bwho (?:wants?|needs?) to buy\b|\bwants? to buy (?:it|some|them|my|mine)\b|\blooking to buy\b|\banyone selling\b|\bwants? some\b.{0,12}\b(?:dm|pm|message)\b/,
  /\b(?:i|we|they|can|will) (?:can |will |also |do )?ship(?:s|ping)? (?:to|anywhere|discreet|nationwide|it|world)|\bships? discreetly\b|\bstill (?:sends?|ships?|delivers?) to\b|\b(?:postage|shipping) (?:only|paid)|\b(?:pays?|cover|just pay) (?:for )?(?:the )?(?:postage|shipping)\b/,
  /\b(?:dm|pm|message|msg|inbox|text|hit|hmu)(?: me| us)? (?:for|where|if you (?:want|need)) (?:a |the |some |you )?(?:source|get it|link|info|details|prices?|menu|hookup|hook up|it|to buy|some|vendor|name)\b/,
  /\b(?:what|which) (?:shop|store|gas station|site|website|brand|place|smoke ?shop|head ?shop|vendor)s?\b.{0,24}\b(?:sells?|carry|carries|has|have|stocks?|order|ships?|strongest|should i|do you|is the (?:best|strongest|cleanest)|best)\b(?!.{0,20}\b(?:blanket|meeting|tea|book|pillow|mattress))/,
  /\b(?:without|no|wo) (?:a |any )?(?:script|prescription|rx)\b|\bno script needed\b|\bi can (?:get|hook) you\b/,
  new RegExp(`\\b(?:trade|trading|swap|swapping|exchange)\\b.{0,30}\\b${product}\\b`),
  /\bhook (?:me|you|us|a \w+) up\b|\bsort (?:me|you) out\b(?! with (?:a (?:job|flat)|tea))|\b(?:need|looking|want|trying) to score\b/,
  /\b(?:link|send|give|tell|drop|share|post) (?:me )?(?:to )?(?:the|a|that|your) (?:name of the )?(?:store|shop|website|site|vendor|link to (?:the|that)|place you (?:buy|get|order))\b|\blink to (?:that|the|an?|your) (?:online )?(?:shop|store|vendor|seller)\b/,
  new RegExp(
    `\\b(?:spare|mail|send|lend|give|sell|post) (?:me |us )(?:some|a (?:little|few|bit)|any|your)\\b.{0,30}(?:taper|${product}|until|payday)|\\b(?:can|could) (?:any(?:one|body)|some(?:one|body)|you) (?:spare|mail|send|lend|sell)\\b.{0,16}\\b(?:some|me|a little|any)\\b`,
  ),
  /\bgiving away\b.{0,24}\b(?:kilo|bag|powder|tabs?|last|leftover|stash|kratom|shots?|rest)|\bfree to (?:whoever|anyone|anybody|who)\b/,
  /\brestock(?:ed)?\b.{0,30}\b(?:in|order|now|available|soon)|\bin stock\b|\b(?:limited|fresh|new) stock\b|\border (?:now|before|today|here)\b|\bavailable now\b.{0,20}(?:order|dm|pm)/,
  /\b(?:smoke|head|vape|kratom) ?shops? (?:near|in|around|close|that)\b/,
  new RegExp(
    `\\b(?:best|strongest|cleanest|good|cheapest) (?:place|site|website|shop|store|brand|app) (?:to|for|that)\\b.{0,20}(?:${get}|${product})`,
  ),
  new RegExp(
    `\\bwho has\\b.{0,24}\\b${product}\\b|\\bmy (?:guy|plug|dealer|dude|connect) (?:has|got|can|will|always)\\b`,
  ),
]
const anySourcing = new RegExp(sourcing.map(({ source }) => source).join('|'))
const notSourcing =
  /\b(?:stopped|quit|no longer|used to|never|nobody|drove past|blocked|deleted|past the|on my way home|angry|sell it next|before i (?:quit|stopped)|didnt|not|threw|helpline|meeting|therapist|sponsor)\b/

export function sourcingIn(sentence: string): Place | undefined {
  if (
    notSourcing.test(sentence) &&
    !/\b(?:dm|pm) me|without a (?:script|presc)|dont want, free/.test(sentence)
  )
    return undefined
  return anySourcing.test(sentence) ? firstOf(sentence, sourcing) : undefined
}

const money =
  '(?:[$£€] ?\\d[\\d .,]*|\\d+(?:[.,]\\d+)? ?(?:[$£€]|(?:dollars?|bucks|usd|euros?|eur|quid|pounds?|gbp|cents)\\b)|(?:five|ten|fifteen|twenty|thirty|forty|fifty|sixty|a hundred) (?:dollars|bucks|quid|euros|pounds)\\b)'
const quantity =
  '(?:kilos?|kgs?|ounces?|oz|grams?|g\\b|\\d+ ?g\\b|bags?|shots?|tabs?|tablets?|bottles?|capsules?|caps|packs?|each|piece|pop|pill|strips?|extracts?|store|shop|shipping|sale|online|vendor|batch)'
const price = [
  new RegExp(`${money}.{0,30}\\b${quantity}`),
  new RegExp(`\\b${quantity}\\b.{0,30}${money}`),
  /\b\d+ ?(?:%|percent) (?:off|discount)|\bhalf (?:price|off)\b|\bbuy (?:one|two|three|\d+),? get\b|\b(?:two|three|2|3) for (?:one|1|two|2|\d+)\b|\bfree shipping\b|\bbogo\b/,
  /\bcheap(?:est|er)? (?:kilo|kratom|powder|extract|tabs?|shots?|7 ?-?oh|bag|ounce|price)|\bwholesale\b|\bbulk (?:price|pricing|deal)|\bprices? (?:dropped|went (?:up|down)|list|is now|per)\b/,
  /\b(?:for|costs?|at|to|is|only|about|kilo for|ounce for) \d+(?: \w+)? (?:a|per|an|for a|for one) (?:kilo|kg|ounce|oz|bag|shot|bottle|pack|gram|tab)\b|\b(?:kilo|kg|ounce|oz) (?:for|at|is) \d+\b/,
]
const notPrice =
  /\b(?:saved?|saving|spent|spend|spending|cost me|flushed|threw|jar|worth of|shoes|flowers|reward|rent|bill|groceries|wasted|owe|debt|marriage|therapy|doctor|copay|insurance|meeting|pass)\b/

export function priceIn(sentence: string): Place | undefined {
  if (
    !/[$£€%\d]|price|cheap|bucks|dollars|quid|pounds|euros|free shipping|for one|get one|wholesale|bogo|off/.test(
      sentence,
    )
  )
    return undefined
  return notPrice.test(sentence) ? undefined : firstOf(sentence, price)
}

const common =
  '(?:Quit|Quitting|Leaving|Leave|Stop|Stopping|My|The|I|Red|Green|White|Gold|Day|No|Off|Hate|Goodbye|On|Life|About|From|After|Without|With|And|Or|But|Of|For|In|Is|Why|How|What|When|Does|Did|Can|Using|Taking|Tapering|Taper|Free|Clean|Dear|This|That|Your|Their|Our|A|An|To|Into|More|Less|Only|Pure|Plain|Bali|Maeng|Da|Thai|Liquid|Powdered|Strong|Old|New|Bad|Good|Bye|Hello|Is|Was|Since|Until|Than|Addiction|Withdrawal|Recovery|Months?|Years?|Weeks?|Days?|Week|Month|Year|One|Two|Three|Kratom|Extract|Those|These|Both|Any|Some|Every|First|Last)'
const shopWord =
  '(?:Botanicals?|Botanics|Herbals?|Herbs|Kratoms?(?: (?:Co|Company|Store|Shop|Supply))?|Extracts|Leaf Tabs|Tabs|Naturals|Wellness|Kratom\\w{2,}|\\w+Kratom\\w*|\\w+Botanic\\w*|\\w+Herbals?|Apothecary|Alchemy|Direct)'
const vendor = [
  new RegExp(`\\b(?!${common}\\b)[A-Z][A-Za-z0-9']+(?: (?!${common}\\b)[A-Z][A-Za-z']+){0,3} ${shopWord}\\b`),
  /\b[A-Z][a-z]+(?:[A-Z][a-z]*)*(?:Kratom|Botanic|Herbal|Leaf|Panda|Tiger|Monkey|Direct)\w*\b(?=.{0,40}(?:great|best|legit|clean|ships|vendor|good|strong|fast|let me down|like|have))/,
  /\b(?:Botanicals?|Herbals?|Kratom) (?:by|of) [A-Z]\w+/,
  /\b\d?[a-z]{1,3}(?:oh|OH)[A-Z]\w+|\b7-?ohDirect\b|\b7oh[A-Z]\w+/,
  /\b[\w-]*(?:kratom|botanic|herbal|herb|maengda|maeng-da|leaf|ketum|7oh)[\w-]*\s?(?:\.|\sdot\s)\s?(?:com|net|org|shop|store|co|us|io|biz)\b/i,
  /\b[A-Za-z][\w-]+\s?\.\s?(?:shop|store)\b/,
  /\b(?:use|with|enter|my|promo|discount|coupon) (?:(?:the|my|promo|discount|coupon) )*code\b|\bcoupons?\b|\b(?:discount|promo) codes?\b|\baffiliate\b|\bfree samples?\b|\brewards? program\b/i,
  /\b(?:great|best|good|legit|favou?rite|trusted|reliable|awesome) (?:vendor|brand|seller|shop for)\b|\b(?:is|are|they are|was) (?:so |totally |super )?legit\b|\bfast shipping\b|\bships? (?:the )?same day\b|\bfive stars\b|\b(?:5|five)[ -]star (?:vendor|shop)|\blab[ -]tested\b|\bis having a sale\b|\bnever let me down\b(?! (?:by|as))|\bcustomer service is\b|\b(?:shop|order|buy) (?:at|from) [a-z]+ ?(?:\.|dot) ?(?:com|net|org)\b/i,
]

/** Names of shops by how they are built, praise and coupons. It reads the text as typed: capitals say what is a name. */
export function vendorIn(typed: string): Place | undefined {
  return firstOf(typed, vendor)
}

function firstOf(text: string, patterns: RegExp[]): Place | undefined {
  for (const pattern of patterns) {
    const found = pattern.exec(text)
    if (found) return { start: found.index, end: found.index + found[0].length }
  }
  return undefined
}
