import { portaalkleuren } from '#contract/regels/portaalkleuren.ts'

/** https://www.w3.org/TR/appmanifest/: the portal as an app on a phone, under the name of the organisatie. */
export function manifest({ naam, accentkleur }: { naam: string; accentkleur: string }): object {
  const icoon = (maat: string, sizes: string, purpose = 'any') => ({
    src: `/portaal/beeld/${maat}`,
    type: maat.endsWith('.svg') ? 'image/svg+xml' : 'image/png',
    sizes,
    purpose,
  })
  return {
    id: '/',
    name: naam,
    short_name: naam.length > 12 ? kort(naam) : naam,
    lang: 'nl',
    start_url: '/',
    scope: '/',
    display: 'standalone',
    background_color: '#f5f7f8',
    theme_color: portaalkleuren(accentkleur).licht.accent,
    icons: [
      icoon('icoon.svg', 'any'),
      icoon('icoon-192.png', '192x192'),
      icoon('icoon-512.png', '512x512'),
      icoon('icoon-rond-512.png', '512x512', 'maskable'),
    ],
  }
}

/** Under an icon there is room for about twelve letters. */
function kort(naam: string): string {
  const laatste = naam.split(/\s+/).at(-1) ?? naam
  return laatste.length > 2 ? laatste : naam
}
