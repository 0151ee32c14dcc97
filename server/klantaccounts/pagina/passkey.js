/*
 * The one script of the sign-in pages: without it everything works, with it a passkey does too. It shows the button that
 * the page hides, since only here is known whether this browser can.
 */
const kan = globalThis.PublicKeyCredential && 'parseRequestOptionsFromJSON' in PublicKeyCredential

for (const plek of kan ? document.querySelectorAll('[data-passkey]') : []) {
  plek.hidden = false
  plek
    .querySelector('button')
    .addEventListener('click', () => (plek.dataset.passkey === 'nieuw' ? voegToe() : meldAan(plek)))
}

async function meldAan(plek) {
  const begin = await vraag('/aanmelden/passkey/begin', {})
  const gekozen = await navigator.credentials
    .get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(begin) })
    .catch(() => undefined)
  if (!gekozen) return
  const eigen = document.getElementById('eigen')?.checked ?? false
  const { naar } = await vraag('/aanmelden/passkey', { antwoord: gekozen.toJSON(), eigen, terug: plek.dataset.terug })
  if (naar) location.assign(naar)
}

async function voegToe() {
  const begin = await vraag('/aanmelden/passkey/nieuw/begin', {})
  const gemaakt = await navigator.credentials
    .create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(begin) })
    .catch(() => undefined)
  if (!gemaakt) return
  await vraag('/aanmelden/passkey/nieuw', { antwoord: gemaakt.toJSON() })
  location.reload()
}

/** What went wrong is told by the page itself, in its own language. */
async function vraag(pad, inhoud) {
  const antwoord = await fetch(pad, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(inhoud),
  })
  if (antwoord.ok) return antwoord.status === 204 ? {} : antwoord.json()
  const fout = new URL(location.href)
  fout.searchParams.set('fout', antwoord.status === 403 ? 'sessie' : 'passkey')
  location.assign(fout)
  throw new Error(`${pad}: ${antwoord.status}`)
}
