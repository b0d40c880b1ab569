/** Cuts the outline and the tiles into what the graphics card draws: MapLibre's own worker, from our own address. */
import MapWorker from 'maplibre-gl/dist/maplibre-gl-worker.mjs'

// Used by name, or the bundler drops a file whose whole work is done by loading it.
Reflect.set(self, 'MapWorker', MapWorker)
