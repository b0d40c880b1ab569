/** Lets shaking hands see what they type. The button is in the page, hidden until this runs. */
for (const around of document.querySelectorAll('[data-secret]')) {
  const field = around.querySelector('input')
  const button = around.querySelector('button')
  if (!field || !button) continue
  button.hidden = false
  button.addEventListener('click', () => {
    const shows = field.type === 'password'
    field.type = shows ? 'text' : 'password'
    button.setAttribute('aria-pressed', String(shows))
    field.focus()
  })
  // Shown text would be remembered by the browser as an ordinary word.
  field.form?.addEventListener('submit', () => {
    field.type = 'password'
  })
}
