import { addProtocol, Map as MovingMap, setWorkerUrl } from 'maplibre-gl'
import { PMTiles, Protocol } from 'pmtiles'
import { scriptUrl } from '../../design/islands/html.ts'
import { Marks } from './marks.ts'
import { styleOf } from './style.ts'

const deepest = 16

/** The address names zooms in which the world fits 480 units; MapLibre's world is 512 wide at zoom 0. */
const zoomOffset = Math.log2(480 / 512)

/** Draws the map into the box; settles when it is there, fails when this device cannot. */
export async function startMap(box: HTMLElement): Promise<void> {
  const { map: start = '0/30/0', worker = '', outline = '', tiles, marks = '' } = box.dataset
  const [zoom = 0, latitude = 0, longitude = 0] = start.split('/').map(Number)
  const frame = box.querySelector('section')
  if (!frame) throw new Error('There is no place for the map.')
  letOurWorkerStart()
  setWorkerUrl(worker)
  const streets = tiles ? openStreets(tiles) : undefined
  const say = (sentence: string) => {
    const said = box.querySelector('[role=status]')
    if (said) said.textContent = sentence
  }
  const style = await styleOf(outline, streets).catch(() => {
    say(box.dataset.nostreets ?? '')
    return styleOf(outline, undefined)
  })
  const canvas = document.createElement('div')
  frame.replaceChildren(canvas)
  const map = new MovingMap({
    container: canvas,
    style,
    center: [longitude, latitude],
    zoom: zoom + zoomOffset,
    maxZoom: deepest,
    minZoom: 0,
    attributionControl: false,
    renderWorldCopies: false,
    dragRotate: false,
    pitchWithRotate: false,
    fadeDuration: 0,
  })
  map.touchZoomRotate.disableRotation()
  await new Promise<void>((resolve, reject) => {
    map.once('load', () => resolve())
    map.on('error', (event) => {
      // Under a part of the streets that cannot be read lie coasts and borders.
      if ('sourceId' in event && event.sourceId === 'streets') say(box.dataset.nostreets ?? '')
      else reject(event.error)
    })
  })
  if (streets && 'streets' in style.sources) void showCredit(frame, streets)
  frame.append(zoomButtons(box, map))
  const shown = new Marks(map, marks, { one: box.dataset.one ?? '', many: box.dataset.many ?? '' })
  map.on('moveend', () => void shown.renew(zoomOffset))
  await shown.renew(zoomOffset)
}

function openStreets(path: string): PMTiles {
  const streets = new PMTiles(new URL(path, location.href).href)
  const protocol = new Protocol()
  protocol.add(streets)
  addProtocol('pmtiles', protocol.tile)
  return streets
}

/** Who drew the streets wants to be named: the file says it, as HTML of which we take the words. */
async function showCredit(frame: HTMLElement, streets: PMTiles): Promise<void> {
  const metadata = (await streets.getMetadata().catch(() => ({}))) as { attribution?: unknown }
  const html = String(metadata.attribution ?? '')
  const words = html
    .replace(/<[^>]*>/g, '')
    .replaceAll('&copy;', '©')
    .trim()
  if (!words) return
  const credit = document.createElement('p')
  credit.className = 'map-credit'
  credit.dir = 'auto'
  credit.textContent = words
  frame.append(credit)
}

/** Trusted Types let no address through that our policy has not seen; the library hands over a plain one. */
function letOurWorkerStart(): void {
  const Native = globalThis.Worker
  globalThis.Worker = class extends Native {
    constructor(address: string | URL, options?: WorkerOptions) {
      super(scriptUrl(new URL(address, location.href).pathname) as string, options)
    }
  }
}

function zoomButtons(box: HTMLElement, map: MovingMap): HTMLElement {
  const buttons = document.createElement('div')
  buttons.className = 'map-zoom'
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches
  const add = (sign: string, label: string, by: number) => {
    const button = document.createElement('button')
    button.type = 'button'
    button.textContent = sign
    button.setAttribute('aria-label', label)
    button.addEventListener('click', () => map.zoomTo(map.getZoom() + by, { animate: !still }))
    buttons.append(button)
  }
  add('+', box.dataset.in ?? '', 1)
  add('−', box.dataset.out ?? '', -1)
  return buttons
}
