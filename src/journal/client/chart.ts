/** Small SVG charts drawn on the device; each stands beside a table with the same facts. */

const svgNamespace = 'http://www.w3.org/2000/svg'

type Attributes = Record<string, string | number>

function svg(tag: string, attributes: Attributes = {}, ...children: (Node | string)[]): SVGElement {
  const element = document.createElementNS(svgNamespace, tag)
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value))
  element.append(...children)
  return element
}

const room = { left: 34, right: 10, top: 14, bottom: 34 }
/** On a phone the drawing is as wide as the screen, so that its letters keep their size; every second mark goes. */
const phone = { width: 360, height: 230, marks: 2 }
const desk = { width: 640, height: 260, marks: 1 }

interface Point {
  x: number
  y: number
}

interface Chart {
  /** Said by a screen reader; the table says the rest. */
  label: string
  xFrom: number
  xTo: number
  yTo: number
  /** Marks below, such as days. */
  xMarks: { at: number; text: string }[]
  yMarks: { at: number; text: string }[]
  /** Stretches in the background: the typical course. */
  bands?: { from: number; to: number; strong: boolean }[]
  bars?: Point[]
  line?: Point[]
}

export function drawChart(chart: Chart): SVGElement {
  const { xFrom, xTo, yTo } = chart
  const { width, height, marks } = innerWidth < desk.width ? phone : desk
  const inner = { width: width - room.left - room.right, height: height - room.top - room.bottom }
  const x = (value: number) => room.left + ((value - xFrom) / Math.max(1e-9, xTo - xFrom)) * inner.width
  const y = (value: number) => room.top + inner.height - (value / yTo) * inner.height
  const parts: SVGElement[] = []
  for (const { from, to, strong } of chart.bands ?? []) {
    const [left, right] = [Math.max(from, xFrom), Math.min(to, xTo)]
    if (right <= left) continue
    const size = { x: x(left), y: room.top, width: x(right) - x(left), height: inner.height }
    parts.push(svg('rect', { ...size, class: strong ? 'chart-band strong' : 'chart-band' }))
  }
  for (const { at, text } of chart.yMarks) {
    parts.push(
      svg('line', { x1: room.left, x2: width - room.right, y1: y(at), y2: y(at), class: 'chart-line' }),
    )
    parts.push(svg('text', { x: room.left - 6, y: y(at) + 4, 'text-anchor': 'end' }, text))
  }
  for (const [place, { at, text }] of chart.xMarks.entries()) {
    if (place % marks !== 0) continue
    const anchor = x(at) > width - room.right - room.left ? 'end' : 'middle'
    parts.push(svg('text', { x: x(at), y: height - 10, 'text-anchor': anchor }, text))
  }
  const step = inner.width / Math.max(1, xTo - xFrom + 1)
  for (const point of chart.bars ?? [])
    if (point.y > 0)
      parts.push(
        svg('rect', {
          x: x(point.x) - (step * 0.7) / 2,
          y: y(point.y),
          width: step * 0.7,
          height: Math.max(1, y(0) - y(point.y)),
          rx: 2,
          class: 'chart-bar',
        }),
      )
  const line = chart.line ?? []
  if (line.length > 1)
    parts.push(
      svg('polyline', {
        points: line.map((point) => `${x(point.x)},${y(point.y)}`).join(' '),
        class: 'chart-path',
      }),
    )
  for (const point of line)
    parts.push(svg('circle', { cx: x(point.x), cy: y(point.y), r: 4.5, class: 'chart-dot' }))
  return svg(
    'svg',
    { viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': chart.label, class: 'chart' },
    ...parts,
  )
}

/** A table’s body from its cells; the first of each row is its head. */
export function rowsOf(rows: string[][]): HTMLTableRowElement[] {
  return rows.map((cells) => {
    const row = document.createElement('tr')
    for (const [index, text] of cells.entries()) {
      const cell = document.createElement(index === 0 ? 'th' : 'td')
      if (cell instanceof HTMLTableCellElement && index === 0) cell.scope = 'row'
      cell.dir = 'auto'
      cell.textContent = text
      row.append(cell)
    }
    return row
  })
}
