/** What a title and a body may contain, and how it is tidied before it is measured and kept. */

export const titleLength = { min: 3, max: 120 }
export const bodyLength = { min: 1, max: 20_000 }

// Characters that draw nothing but make two texts differ, or an empty one look written.
const invisible =
  /(?!\p{Join_Control}|\p{Bidi_Control}|\p{Variation_Selector})\p{Default_Ignorable_Code_Point}/gu
// Joiners are real letters of Persian, of Indic scripts and of family emoji; anywhere else they only hide.
const strayJoiner =
  /(?<!\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{M}|\p{Script_Extensions=Arabic})\p{Join_Control}/gu
const control = /(?![\n\t])\p{Cc}/gu
// Direction marks can make "evil.com" read as "moc.live", or move a title out of its line.
const directionTrick = /\p{Bidi_Control}/gu

export function hasTrickCharacters(title: string): boolean {
  return title.search(directionTrick) >= 0 || title.search(control) >= 0
}

/** One line, spaces collapsed, nothing invisible. Direction tricks are left in, to be refused with a reason. */
export function tidyTitle(text: string): string {
  return withoutInvisible(text).replace(/\s+/gu, ' ').trim()
}

/** Line breaks as \n, nothing invisible, no control or direction characters. */
export function tidyBody(text: string): string {
  return withoutInvisible(text)
    .replace(/\r\n?/g, '\n')
    .replace(control, '')
    .replace(directionTrick, '')
    .replace(/^\s*\n/, '')
    .trimEnd()
}

function withoutInvisible(text: string): string {
  return text.toWellFormed().replace(invisible, '').replace(strayJoiner, '')
}
