/**
 * A small PMTiles file (https://github.com/protomaps/PMTiles/blob/main/spec/v3/spec.md) in which every tile down to
 * `deepest` is the same: ground from edge to edge and a road across it.
 */
const deepest = 5

export function streetsFile(attribution = ''): Buffer {
  const tile = tileOf([
    [
      'earth',
      [polygon, [moveTo(1), 0, 0, lineTo(3), step(4096), 0, 0, step(4096), step(-4096), 0, closePath]],
    ],
    ['roads', [lineString, [moveTo(1), 0, step(2048), lineTo(1), step(4096), 0]]],
  ])
  const tiles = (4 ** (deepest + 1) - 1) / 3
  // One entry: from tile 0 on, so many in a row, so long, at the beginning of the data.
  const directory = Buffer.from([1, 0, tiles, tile.length, 1].flatMap(varint))
  const metadata = Buffer.from(JSON.stringify({ attribution }))
  const header = Buffer.alloc(127)
  header.write('PMTiles')
  header.writeUInt8(3, 7)
  const [atDirectory, atMetadata] = [header.length, header.length + directory.length]
  const atTiles = atMetadata + metadata.length
  const numbers = [
    atDirectory,
    directory.length,
    atMetadata,
    metadata.length,
    atTiles,
    0,
    atTiles,
    tile.length,
  ]
  for (const [index, number] of [...numbers, tiles, 1, 1].entries())
    header.writeBigUInt64LE(BigInt(number), 8 + 8 * index)
  // Clustered; nothing compressed; vector tiles; from the first zoom to the deepest; the whole world.
  for (const [index, byte] of [1, 1, 1, 1, 0, deepest].entries()) header.writeUInt8(byte, 96 + index)
  for (const [index, degrees] of [-180, -85, 180, 85].entries())
    header.writeInt32LE(degrees * 1e7, 102 + 4 * index)
  return Buffer.concat([header, directory, metadata, tile])
}

// A vector tile (https://github.com/mapbox/vector-tile-spec/tree/master/2.1): protocol buffers, drawing commands.
const [lineString, polygon] = [2, 3]
const closePath = 15
const moveTo = (times: number) => 1 | (times << 3)
const lineTo = (times: number) => 2 | (times << 3)
const step = (by: number) => (by << 1) ^ (by >> 31)

function tileOf(layers: [name: string, feature: [type: number, drawn: number[]]][]): Buffer {
  return Buffer.from(
    layers.flatMap(([name, [type, drawn]]) =>
      field(3, [
        ...field(1, [...Buffer.from(name)]),
        ...field(2, [...number(3, type), ...field(4, drawn.flatMap(varint))]),
        ...number(5, 4096),
        ...number(15, 2),
      ]),
    ),
  )
}

function field(id: number, bytes: number[]): number[] {
  return [...varint((id << 3) | 2), ...varint(bytes.length), ...bytes]
}

function number(id: number, value: number): number[] {
  return [...varint(id << 3), ...varint(value)]
}

function varint(value: number): number[] {
  return value < 128 ? [value] : [(value % 128) | 128, ...varint(Math.floor(value / 128))]
}
