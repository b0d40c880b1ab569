declare module 'topojson-client' {
  interface Geometry {
    type: string
    coordinates: unknown
  }
  export function feature(topology: object, of: object): object
  export function mesh(topology: object, of: object, keep: (one: object, other: object) => boolean): Geometry
}
