const link = /(href|action)="(\/(?!assets\/|leave|account|operations)[^"#]*)(#[^"]*)?"/g

/**
 * A guest has no cookie to remember their time zone by: once it stands in the address, it travels on in every
 * link and form of the page that leads to another page of ours.
 * @param html a whole page, as drawn
 * @param zone an IANA name that was checked
 */
export function carryZone(html: string, zone: string): string {
  return html.replace(link, (whole, where: string, path: string, hash = '') => {
    if (/[?;&]zone=/.test(path)) return whole
    return `${where}="${path}${path.includes('?') ? '&amp;' : '?'}zone=${encodeURIComponent(zone)}${hash}"`
  })
}
