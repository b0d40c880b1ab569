import { Marker, type Map as MovingMap } from 'maplibre-gl'

interface Mark {
  longitude: number
  latitude: number
  meetings: number
  id: string
  name: string
}

/** The marks of what is in view, asked of our own server whenever the map has come to rest. */
export class Marks {
  private readonly map: MovingMap
  private readonly address: string
  private readonly words: { one: string; many: string }
  private shown: Marker[] = []
  private asked = 0

  constructor(map: MovingMap, address: string, words: { one: string; many: string }) {
    this.map = map
    this.address = address
    this.words = words
  }

  /** @param zoomOffset between the zooms of our addresses and those of the library */
  async renew(zoomOffset: number): Promise<void> {
    const asked = ++this.asked
    const { lat, lng } = this.map.getCenter().wrap()
    const zoom = Math.max(0, Math.min(11, Math.floor(this.map.getZoom() - zoomOffset)))
    const address = new URL(this.address, location.href)
    address.searchParams.set('map', `${zoom}/${lat.toFixed(4)}/${lng.toFixed(4)}`)
    const answer = await fetch(address)
    if (!answer.ok || asked !== this.asked) return
    const { marks } = (await answer.json()) as { marks: Mark[] }
    for (const marker of this.shown) marker.remove()
    this.shown = marks.map((mark) => this.place(mark))
  }

  private place(mark: Mark): Marker {
    return new Marker({ element: this.bubble(mark) })
      .setLngLat([mark.longitude, mark.latitude])
      .addTo(this.map)
  }

  private bubble({ meetings, id, name, longitude, latitude }: Mark): HTMLElement {
    const isOne = meetings === 1
    const bubble = document.createElement(isOne ? 'a' : 'button')
    bubble.className = isOne ? 'map-bubble one' : 'map-bubble'
    bubble.textContent = String(meetings)
    const label = isOne
      ? this.words.one.replace('{name}', name)
      : this.words.many.replace('{count}', String(meetings))
    bubble.setAttribute('aria-label', label)
    if (bubble instanceof HTMLAnchorElement) bubble.href = `/meetings/${id}`
    else
      bubble.addEventListener('click', () => {
        const still = matchMedia('(prefers-reduced-motion: reduce)').matches
        this.map.easeTo({
          center: [longitude, latitude],
          zoom: this.map.getZoom() + 2,
          animate: !still,
        })
      })
    return bubble
  }
}
