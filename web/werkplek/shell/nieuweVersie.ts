const sleutel = 'rondom.herladen'

/**
 * After an upgrade of the server the chunks of the old version are gone; a screen that is opened for the first time then
 * cannot load. Reload once: typed text is kept by the server as concept.
 */
export function herlaadBijNieuweVersie(): void {
  window.addEventListener('vite:preloadError', (event) => {
    const last = Number(sessionStorage.getItem(sleutel) ?? 0)
    if (Date.now() - last < 30_000) return
    event.preventDefault()
    sessionStorage.setItem(sleutel, String(Date.now()))
    window.location.reload()
  })
}
