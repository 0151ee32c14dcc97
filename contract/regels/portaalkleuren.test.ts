import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contrast } from './contrast.ts'
import { gebruikteParen, ondergronden, portaalkleuren } from './portaalkleuren.ts'

const kleur = fc.integer({ min: 0, max: 0xffffff }).map((getal) => `#${getal.toString(16).padStart(6, '0')}`)

test('whatever colour an organisatie chooses, every pair of text and ground can be read', () => {
  fc.assert(
    fc.property(kleur, (gekozen) => {
      const { licht, donker } = portaalkleuren(gekozen)
      for (const [tekst, grond] of [
        ...gebruikteParen(licht, ondergronden.licht),
        ...gebruikteParen(donker, ondergronden.donker),
      ]) {
        expect(contrast(tekst, grond), `${tekst} on ${grond}, of ${gekozen}`).toBeGreaterThanOrEqual(4.5)
      }
    }),
    { numRuns: 2000 },
  )
})

test('a colour that reads well stays as it was chosen', () => {
  expect(portaalkleuren('#1d5f8a').licht).toMatchObject({ accent: '#1d5f8a', accentTekst: '#1d5f8a' })
  expect(portaalkleuren('#8cc4e8').donker.accentTekst).toBe('#8cc4e8')
})

test('the grounds are those of the style sheet', () => {
  const css = readFileSync(join(import.meta.dirname, '../../web/portaal/stijl/basis.css'), 'utf8')
  const [licht = '', donker = ''] = css.split('@media (prefers-color-scheme: dark)')

  for (const [deel, { pagina, vlak }] of [
    [licht, ondergronden.licht],
    [donker, ondergronden.donker],
  ] as const) {
    expect(deel).toContain(`--vlak-0: ${pagina};`)
    expect(deel).toMatch(new RegExp(`--vlak-1: (${vlak}|${vlak.slice(0, 4)});`))
  }
})
