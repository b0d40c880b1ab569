const svg = 'http://www.w3.org/2000/svg'

/** Draws a text as a QR code. The library comes only for somebody who shows one. */
export async function drawCode(into: HTMLElement, text: string, label: string): Promise<void> {
  const { default: encode } = await import('qr')
  const rows = encode(text, 'raw', { ecc: 'medium', border: 2 })
  const picture = document.createElementNS(svg, 'svg')
  picture.setAttribute('viewBox', `0 0 ${rows.length} ${rows.length}`)
  picture.setAttribute('role', 'img')
  picture.setAttribute('aria-label', label)
  const path = document.createElementNS(svg, 'path')
  const squares = rows.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
  path.setAttribute('d', squares.join(''))
  path.setAttribute('fill', '#000')
  picture.append(path)
  into.replaceChildren(picture)
}
