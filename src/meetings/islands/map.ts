/** Offers a map that moves; its large library is only loaded by whoever wants it. */
const box = document.querySelector<HTMLElement>('[data-map]')
const button = box?.querySelector('button')

if (box && button && 'WebGL2RenderingContext' in window) {
  box.hidden = false
  button.addEventListener('click', async () => {
    button.disabled = true
    const said = box.querySelector<HTMLElement>('[role=status]')
    try {
      const { startMap } = await import('../moving/map.ts')
      await startMap(box)
      button.remove()
      document.querySelector('.map-frame')?.remove()
      document.querySelector('.map-steer')?.remove()
    } catch {
      if (said) said.textContent = box.dataset.stopped ?? ''
      box.querySelector('section')?.replaceChildren()
    }
  })
}

export {}
