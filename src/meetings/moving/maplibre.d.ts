declare module 'maplibre-gl/dist/maplibre-gl-worker.mjs' {
  const worker: unknown
  export default worker
}
