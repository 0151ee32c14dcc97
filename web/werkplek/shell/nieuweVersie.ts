import { haaltVooruit } from '#kit/vooruit.ts'

const sleutel = 'rondom.herladen'

/**
 * After an upgrade of the server the chunks of the old version are gone; a screen that is opened for the first time then
 * cannot load. Reload once: typed text is kept by the server as concept. Not without a connection: then it is not a new
 * version, and a reload would throw away the page with what was not kept yet.
 */
export function herlaadBijNieuweVersie(): void {
  window.addEventListener('vite:preloadError', (event) => {
    const last = Number(sessionStorage.getItem(sleutel) ?? 0)
    if (haaltVooruit() || !navigator.onLine || Date.now() - last < 30_000) return
    event.preventDefault()
    sessionStorage.setItem(sleutel, String(Date.now()))
    window.location.reload()
  })
}
