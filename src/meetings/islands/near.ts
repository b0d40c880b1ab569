/** Asks the device where it is, once and only when told to; rounds it here, so that nothing finer leaves it. */
const box = document.querySelector<HTMLElement>('[data-here]')
const button = box?.querySelector('button')
const said = box?.querySelector<HTMLElement>('[role=status]')

if (box && button && said && 'geolocation' in navigator) {
  box.hidden = false
  button.addEventListener('click', () => {
    button.disabled = true
    said.textContent = box.dataset.asking ?? ''
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        const address = new URL(box.dataset.here ?? '', location.href)
        const rounded = (degrees: number) => String(Math.round(degrees * 100) / 100 + 0)
        address.searchParams.set('at', `${rounded(coords.latitude)},${rounded(coords.longitude)}`)
        const km = document.querySelector<HTMLSelectElement>('select[name=km]')?.value
        if (km) address.searchParams.set('km', km)
        location.assign(address.href.replaceAll('%2C', ','))
      },
      () => {
        said.textContent = box.dataset.refused ?? ''
        button.disabled = false
      },
      // A position of the last minutes is good enough for a kilometre, and spares the battery.
      { enableHighAccuracy: false, maximumAge: 300_000, timeout: 20_000 },
    )
  })
}

export {}
