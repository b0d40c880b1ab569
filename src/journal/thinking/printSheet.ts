import { shortWhen } from '../client/bookPage.ts'
import { find } from '../devices/page.ts'
import { whenOf } from '../entries/shown.ts'
import type { JournalRecord } from '../records/edit.rules.ts'
import { answersOf } from './sheet.rules.ts'

/** Shows a filled-in sheet as it comes out of the printer, in the place of the form. It is made here and goes nowhere. */
export function showFilled({ fields }: Pick<JournalRecord, 'fields'>): void {
  const paper = find('[data-filled]')
  const answers = answersOf(fields)
  find('[data-filled-when]', paper).textContent = shortWhen(whenOf({ fields }))
  for (const section of paper.querySelectorAll<HTMLElement>('[data-answer]')) {
    const answer = answers[section.dataset.answer ?? '']
    section.hidden = answer === undefined
    if (answer !== undefined) fill(section, String(answer))
  }
  work().hidden = true
  paper.hidden = false
  paper.querySelector<HTMLElement>('[data-print]')?.focus({ preventScroll: true })
  scrollTo(0, 0)
}

export function listenToPaper(): void {
  find('[data-print]').addEventListener('click', () => print())
  find('[data-filled] [data-back]').addEventListener('click', () => {
    find('[data-filled]').hidden = true
    work().hidden = false
  })
}

const work = () => find('[data-sheet-work]')

function fill(section: HTMLElement, answer: string): void {
  const choices = section.querySelectorAll<HTMLElement>('[data-choice]')
  for (const choice of choices) choice.hidden = choice.dataset.choice !== answer
  const place = section.querySelector('p')
  if (choices.length > 0 || !place) return
  // The sentence of a number is kept, for the next sheet that is looked at.
  const sentence = section.dataset.sentence ?? place.textContent ?? ''
  section.dataset.sentence = sentence
  place.textContent = sentence === '' ? answer : sentence.replace('{number}', answer)
}
