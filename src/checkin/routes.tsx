import { emptyForm, readForm, type Typed } from '../platform/forms.ts'
import { readBody } from '../platform/guards.ts'
import { slice } from '../platform/web.ts'
import { answersForm, fieldNames, readWhatWeCan } from './rules/form.ts'
import { findFlags } from './rules/redFlags.ts'
import { FormPage } from './views/formPage.tsx'
import { People } from './views/people.tsx'
import { ResultPage } from './views/resultPage.tsx'

export const checkin = slice()

checkin.get('/', (c) => {
  c.var.cache.guestPage([])
  return c.var.page(<FormPage form={emptyForm()} countries={[]} />)
})

// The result is the answer to the form: it has no address, is kept nowhere and is gone with the page.
checkin.post('/', async (c) => {
  const form = readForm(answersForm, await readBody(c))
  if (!form.ok) {
    const urgent = findFlags(readWhatWeCan(form.typed)).filter((flag) => flag.urgency !== 'soon')
    return c.var.page(<FormPage form={form} countries={[]} urgent={urgent} />, 422)
  }

  const flags = findFlags(form.value)
  return c.var.page(
    <ResultPage
      answers={form.value}
      flags={flags}
      country={undefined}
      carried={carriedOf(form.typed)}
      helps={<p />}
      people={<People answers={form.value} />}
    />,
  )
})

checkin.post('/change', async (c) => {
  const { typed } = readForm(answersForm, await readBody(c))
  return c.var.page(<FormPage form={emptyForm(typed)} countries={[]} />)
})

// Reached by reloading or by an old bookmark: there is nothing to change any more.
checkin.get('/change', (c) => c.redirect('/check-in', 303))

/** The answers as pairs of name and value, without anything that is no field of ours. */
function carriedOf(typed: Typed): [string, string][] {
  return fieldNames.flatMap((name) =>
    [typed[name] ?? []].flat().map((value): [string, string] => [name, value.slice(0, 100)]),
  )
}
