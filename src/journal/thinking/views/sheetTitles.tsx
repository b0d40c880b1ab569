import { useT } from '../messages.ts'
import { sheetNames } from '../sheets.ts'

/** The names of the sheets, for scripts that list entries. */
export function SheetTitles() {
  const t = useT()
  return (
    <>
      {sheetNames.map((name) => (
        <template key={name} data-say={`sheet.${name}`}>
          {t.any(`title.${name}`)}
        </template>
      ))}
    </>
  )
}

/** In a list of entries: leads to the sheet that an entry is; the script shows it. */
export function OpenSheet() {
  return (
    <a class="button plain" href="/journal/sheets" data-gap="open" hidden>
      {useT()('open')}
    </a>
  )
}

/** The way to the sheets from the journal’s first page. */
export function useSheetsTitle(): string {
  return useT()('sheets')
}
