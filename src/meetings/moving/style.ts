import type { LayerSpecification, SourceSpecification, StyleSpecification } from 'maplibre-gl'
import { type PMTiles, TileType } from 'pmtiles'

/** The colours of the page, so that the map is light by day and dark by night as everything else. */
function colour(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim() || '#888888'
}

/** Coasts and borders from our own file, over them the operator's streets where there are any that can be read. */
export async function styleOf(outline: string, tiles: PMTiles | undefined): Promise<StyleSpecification> {
  const sources: Record<string, SourceSpecification> = {
    outline: { type: 'geojson', data: new URL(outline, location.href).href },
  }
  const layers: LayerSpecification[] = [
    { id: 'sea', type: 'background', paint: { 'background-color': colour('leaf-soft') } },
    {
      id: 'land',
      type: 'fill',
      source: 'outline',
      filter: ['==', ['get', 'is'], 'land'],
      paint: { 'fill-color': colour('card') },
    },
    {
      id: 'border',
      type: 'line',
      source: 'outline',
      paint: { 'line-color': colour('edge'), 'line-width': 0.7 },
    },
  ]
  if (tiles) await addStreets(tiles, sources, layers)
  return { version: 8, sources, layers }
}

/** @throws when the file is not there or is none that can be read; nothing was added then */
async function addStreets(
  tiles: PMTiles,
  sources: Record<string, SourceSpecification>,
  layers: LayerSpecification[],
): Promise<void> {
  const header = await tiles.getHeader()
  const url = `pmtiles://${tiles.source.getKey()}`
  if (header.tileType !== TileType.Mvt) {
    sources.streets = { type: 'raster', url, tileSize: 256 }
    layers.push({ id: 'streets', type: 'raster', source: 'streets' })
    return
  }
  sources.streets = { type: 'vector', url }
  // The layers of the Protomaps base map, which is what an operator can cut a region out of.
  const fill = (id: string, name: string, opacity: number): LayerSpecification => ({
    id,
    type: 'fill',
    source: 'streets',
    'source-layer': id,
    paint: { 'fill-color': colour(name), 'fill-opacity': opacity },
  })
  const line = (id: string, name: string, width: number): LayerSpecification => ({
    id,
    type: 'line',
    source: 'streets',
    'source-layer': id,
    paint: { 'line-color': colour(name), 'line-width': width },
  })
  layers.push(
    fill('earth', 'card', 1),
    fill('landuse', 'leaf-soft', 0.4),
    fill('water', 'leaf-soft', 1),
    line('roads', 'edge', 1.2),
    line('boundaries', 'edge', 0.8),
    fill('buildings', 'line', 0.6),
  )
}
