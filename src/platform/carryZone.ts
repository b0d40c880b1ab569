const ours = '/(?!assets\\/|leave|account|operations)[^"#]*'
const link = new RegExp(`(href|action)="(${ours})(#[^"]*)?"(?! method="get")`, 'g')
const asking = new RegExp(`(<form action="${ours}" method="get"[^>]*>)(.*?)</form>`, 'gs')

/**
 * A guest has no cookie to remember their time zone by: once it stands in the address, it travels on in every
 * link and form of the page that leads to another page of ours.
 * @param html a whole page, as drawn
 * @param zone an IANA name that was checked
 */
export function carryZone(html: string, zone: string): string {
  const linked = html.replace(link, (whole, where: string, path: string, hash = '') => {
    if (/[?;&]zone=/.test(path)) return whole
    return `${where}="${path}${path.includes('?') ? '&amp;' : '?'}zone=${encodeURIComponent(zone)}${hash}"`
  })
  // A browser makes the query of a form that asks out of its fields alone, whatever its address says.
  return linked.replace(asking, (whole, start: string, fields: string) =>
    fields.includes('name="zone"')
      ? whole
      : `${start}<input type="hidden" name="zone" value="${zone}">${fields}</form>`,
  )
}
