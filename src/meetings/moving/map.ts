import { addProtocol, Map as MovingMap, setWorkerUrl } from 'maplibre-gl'
import { Protocol } from 'pmtiles'
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
  if (tiles) addProtocol('pmtiles', new Protocol().tile)
  const canvas = document.createElement('div')
  frame.replaceChildren(canvas)
  const map = new MovingMap({
    container: canvas,
    style: await styleOf(outline, tiles),
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
    map.once('error', ({ error }) => reject(error))
  })
  frame.append(zoomButtons(box, map))
  const shown = new Marks(map, marks, { one: box.dataset.one ?? '', many: box.dataset.many ?? '' })
  map.on('moveend', () => void shown.renew(zoomOffset))
  await shown.renew(zoomOffset)
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
