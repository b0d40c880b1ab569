import { placeOnWave, sea, wavePath } from './wave.rules.ts'

/** A craving as a wave, with somebody on it: the clock moves both. */
export function Wave() {
  const { x, y } = placeOnWave(0)
  const path = wavePath()
  return (
    <svg class="wave" viewBox={`0 0 ${sea.width} ${sea.height}`} data-wave focusable="false">
      <defs>
        <clipPath id="wave-gone">
          <rect x="0" y="0" width="0" height={sea.height} data-wave-gone />
        </clipPath>
      </defs>
      <path class="wave-whole" d={path} />
      <path class="wave-gone" d={path} clip-path="url(#wave-gone)" />
      <circle class="wave-rider" cx={x} cy={y} r="9" data-wave-rider />
    </svg>
  )
}
