/** What a device can do beside its screen: buzz, speak and stay awake. All of it is off until somebody wants it. */

export interface Senses {
  /** A short buzz, where it was wanted. */
  buzz(pattern: number[]): void
  speak(words: string, language: string): void
  /** Falls silent, at once. */
  hush(): void
  readonly isSpeaking: boolean
}

/** Shows the switches that this device can follow. */
export function sensesOf(box: HTMLElement): Senses {
  const offer = (name: string, isPossible: boolean) => {
    const input = box.querySelector<HTMLInputElement>(`input[name="${name}"]`)
    const label = input?.closest('label')
    if (label && isPossible) label.hidden = false
    return input
  }
  const voice = offer('voice', 'speechSynthesis' in window)
  const vibration = offer('buzz', 'vibrate' in navigator)
  const hush = () => {
    if (voice) window.speechSynthesis?.cancel()
    if (vibration?.checked) navigator.vibrate(0)
  }
  voice?.addEventListener('change', () => {
    if (!voice.checked) hush()
  })
  vibration?.addEventListener('change', () => {
    navigator.vibrate(vibration.checked ? 60 : 0)
  })
  addEventListener('pagehide', hush)
  return {
    buzz: (pattern) => {
      if (vibration?.checked) navigator.vibrate(pattern)
    },
    speak: (words, language) => {
      if (!voice?.checked) return
      // A step that is late must not be read after the next has begun.
      window.speechSynthesis.cancel()
      const spoken = new SpeechSynthesisUtterance(words)
      spoken.lang = language
      spoken.rate = 0.85
      window.speechSynthesis.speak(spoken)
    },
    hush,
    get isSpeaking() {
      return voice?.checked === true
    },
  }
}

/** Keeps the screen on while something runs, where the device allows it; a refusal changes nothing. */
export function staysAwake(): (isWanted: boolean) => void {
  let wanted = false
  let lock: WakeLockSentinel | undefined
  const ask = async () => {
    if (!wanted || lock || document.hidden || !('wakeLock' in navigator)) return
    lock = await navigator.wakeLock.request('screen').catch(() => undefined)
    lock?.addEventListener('release', () => {
      lock = undefined
    })
    if (!wanted) void lock?.release()
  }
  // The device lets go of it whenever the page is out of sight.
  document.addEventListener('visibilitychange', () => void ask())
  return (isWanted) => {
    wanted = isWanted
    if (wanted) void ask()
    else void lock?.release()
  }
}
