import type { Category, Place } from './classify.rules.ts'

const links =
  /\bhttps?:\/\/\S+|\bwww\.\S+|(?<![\w@.])[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|net|org|io|gg|me|co|us|uk|de|shop|store|info|app|dev|ly|to)\b(?:\/\S*)?/i
const chatPlace =
  /\b(?:t\.me|wa\.me|discord\.(?:gg|com)|chat\.\S+|zoom\.us|meet\.google|signal\.me|m\.me|line\.me|join)\/\S+/i

const digitWord = '(?:zero|oh|one|two|three|four|five|six|seven|eight|nine)'
const app =
  '(?:telegram|whats ?app|wickr|signal|snap ?chat|snap|insta(?:gram)?|ig|discord|kik|threema|skype|facebook|fb|messenger|gmail|e-?mail|viber|wechat|tiktok|twitter|reddit|session|cell|phone|number)'
const reach = [
  /[\w.+-]+ ?(?:@|\(at\)|\[at\]) ?[\w-]+ ?(?:\.|,? ?\(?dot\)?) ?(?:[\w-]+ ?(?:\.|dot) ?)?(?:com|net|org|de|io|uk|edu|me|co)\b/i,
  /\b[\w.]+ at [\w-]+ dot (?:com|net|org|de|io|co|me)\b/i,
  new RegExp(`(?:\\b${digitWord}\\b[ ,-]*){3,}(?:[\\d -]{3,}|(?:${digitWord}[ ,-]*){3,})`, 'i'),
  new RegExp(
    `\\b(?:on|me on|add me on|find me on|reach me on|up on|my) (?!(?:phone|cell|number|e-?mail)\\b)${app}\\b(?: (?:is|handle|user(?:name)?|name|@|:))|\\b(?:im|i'm|i am|add me|find me|hit me up|reach me|message me|hmu|follow me|write me|ping me|talk)\\b.{0,24}\\b(?:on|to|via|off here).{0,12}\\b(?!(?:phone|number|e-?mail)\\b)${app}\\b`,
    'i',
  ),
  /\b(?:wickr|kik|threema|skype|signal|telegram|discord|snap(?:chat)?|insta(?:gram)?|ig|whats ?app|session)\b ?(?:me|id|user|handle)?[:@=]/i,
  /\bmy (?:discord|telegram|snap(?:chat)?|insta(?:gram)?|ig|kik|wickr|facebook|fb|whats ?app|skype|gmail|e-?mail|reddit|tiktok|twitter)(?: (?:handle|name|user(?:name)?|address))? is\b(?! (?:a nightmare|full|gone|deleted|off|a mess|broken|down))/i,
  /\b(?:join|in) my (?:discord|telegram|whats ?app|server|signal)\b|\bon insta\b.{0,10}|@\w{4,}\b.{0,24}\b(?:insta|telegram|snap|discord|ig)\b|\b(?:insta|telegram|snap|discord|ig)\w*\b.{0,12}@\w{3,}|(?<!\w)u\/\w{3,}|\w+#\d{4}\b/i,
  /\b(?:give|send|pm|dm|text|tell|drop|share|whats|what is|what's|need|get)(?: me| us)? (?:your|ur) (?:phone|cell|mobile|number|e-?mail|whats ?app|telegram|insta(?:gram)?|ig|snap(?:chat)?|discord|facebook|fb|contact|address|kik|signal)\b(?! (?:of days|of))/i,
  /\b(?:lets|let's|let us|we (?:can|could|should)) (?:move|talk|go|switch|chat) (?:over )?(?:to|on|there|off)\b.{0,10}\b(?:telegram|whats ?app|signal|discord|snap|kik|insta|facebook|there)\b/i,
  /\b(?:my (?:real|full|legal|actual) name is)\b/i,
  /\b(?:i live at|my address is|come by|visit me at|meet me at|stop by) (?:\d|my (?:place|house))/i,
  /\b\d{1,5}[a-z]? (?:[A-Z][\w']+ ){1,3}(?:Street|St|Avenue|Ave|Road|Rd|Lane|Ln|Drive|Dr|Boulevard|Blvd|Court|Ct|Place|Way|Terrace|Close|Crescent)\b/,
]

// Each way to be reached holds one of these; most texts hold none.
const mayReach = new RegExp(
  `@|\\(at\\)|\\bdot\\b|#\\d{4}|\\bu\\/|${app}|real name|legal name|full name|actual name|live at|address|come by|visit me|meet me|stop by|${digitWord}[ ,-]+${digitWord}|\\d [A-Z]`,
  'i',
)

// Seven digits and more that are said as a number to call; help lines (free of charge) may always be named.
const phone = /(?<![\w.$£€#])(?:\+?\d[\s().-]{0,2}){6,14}\d(?!\w)/g
const freeOfCharge =
  /^(?:\+?1)?(?:8(?:00|33|44|55|66|77|88)\d{7}|0(?:800|808|300)\d{6,8}|116\d{3}|1(?:3|8)\d{4,8}|0800\d+)$/
const noPhone = /^\d{4}-\d{2}-\d{2}$|^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|^(?:19|20)\d\d\s?[-–]\s?(?:19|20)\d\d$/

/** Ways to reach somebody outside of here, and links. It reads the text as typed. */
export function contactIn(typed: string): [Category, Place][] {
  const found: [Category, Place][] = []
  const link = /:\/\/|\.[a-z]{2}/i.test(typed) ? links.exec(typed) : null
  if (link) found.push(['link', place(link)])
  const chat = link && chatPlace.exec(typed)
  if (chat) found.push(['contact', place(chat)])
  for (const number of /\d[\d\s().-]{6}/.test(typed) ? typed.matchAll(phone) : []) {
    const digits = number[0].replace(/\D/g, '')
    if (digits.length < 8 && !/\b(?:call|text|ring|phone|number|cell)\b/i.test(typed)) continue
    if (freeOfCharge.test(digits) || noPhone.test(number[0].trim()) || inALink(link, number.index)) continue
    found.push(['contact', place(number)])
    break
  }
  if (!mayReach.test(typed)) return found
  for (const pattern of reach) {
    const one = pattern.exec(typed)
    if (one) return [...found, ['contact', place(one)]]
  }
  return found
}

function inALink(link: RegExpExecArray | null, at: number): boolean {
  return link !== null && at >= link.index && at < link.index + link[0].length
}

function place(found: RegExpExecArray): Place {
  return { start: found.index, end: found.index + found[0].length }
}
