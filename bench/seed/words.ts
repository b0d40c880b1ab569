import type { Chance } from './chance.ts'

// Words of what people write here, so that pages compress the way real ones do.
const words =
  'the the the and and to to a of I I my it is was day night sleep legs first week taper slow water walk morning coffee work kids tired better worse today yesterday tomorrow craving passed after before again really still just hour hours restless meeting group people here help helped thank you all reading this for me with without never always sometimes stopped grams doctor told magnesium bath warm cold hands shaking finally slept four five six anybody else feel feeling felt like myself time long short hard easier breathe slowly out through worst over came back strong not alone write wrote'.split(
    ' ',
  )

export function sentence(chance: Chance): string {
  const text = Array.from({ length: chance.between(5, 18) }, () => chance.oneOf(words)).join(' ')
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}

/** Markdown of one to four paragraphs, now and then with a list or a word that is stressed. */
export function post(chance: Chance): string {
  const paragraphs = Array.from({ length: chance.between(1, 4) }, () => {
    const text = Array.from({ length: chance.between(1, 5) }, () => sentence(chance)).join(' ')
    return chance.next() < 0.15 ? text.replace(/ (\w{4,}) /, ' **$1** ') : text
  })
  if (chance.next() < 0.12) paragraphs.push([1, 2, 3].map(() => `- ${sentence(chance)}`).join('\n'))
  return paragraphs.join('\n\n')
}

export function title(chance: Chance): string {
  return sentence(chance).slice(0, 70).replace(/\.$/, '')
}
