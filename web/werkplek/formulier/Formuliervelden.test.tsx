import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { type Formulierbestand, Formulierdefinitie, type Veldsoort } from '#contract/formulieren.ts'
import { Formuliervelden } from './Formuliervelden.tsx'

const opties = [
  { waarde: 'a', label: 'De ene' },
  { waarde: 'b', label: 'De andere', uitleg: 'Die is duurder.' },
]
const basis = { label: 'De vraag', uitleg: 'Waarom wij dit vragen.', verplicht: true }
const velden: Record<Veldsoort, Formulierbestand['velden'][number]> = {
  tekst: { ...basis, soort: 'tekst', naam: 'tekst' },
  tekstvak: { ...basis, soort: 'tekstvak', naam: 'tekstvak' },
  getal: { ...basis, soort: 'getal', naam: 'getal', eenheid: 'm²' },
  bedrag: { ...basis, soort: 'bedrag', naam: 'bedrag' },
  datum: { ...basis, soort: 'datum', naam: 'datum' },
  keuze: { ...basis, soort: 'keuze', naam: 'keuze', opties },
  meerkeuze: { ...basis, soort: 'meerkeuze', naam: 'meerkeuze', opties },
  janee: { ...basis, soort: 'janee', naam: 'janee' },
  adres: { ...basis, soort: 'adres', naam: 'adres' },
  eenheid: { ...basis, soort: 'eenheid', naam: 'eenheid' },
  bestand: { ...basis, soort: 'bestand', naam: 'bestand' },
  foto: { ...basis, soort: 'foto', naam: 'foto' },
  iban: { ...basis, soort: 'iban', naam: 'iban' },
  handtekening: { ...basis, soort: 'handtekening', naam: 'handtekening' },
  informatie: { ...basis, soort: 'informatie', naam: 'informatie', tekst: 'Bel nu.', toon: 'fout' },
}

function teken(lijst: Formulierbestand['velden'], extra: Partial<Formulierbestand> = {}, fouten = {}, antwoorden = {}) {
  return renderToStaticMarkup(
    <MantineProvider>
      <QueryClientProvider client={new QueryClient()}>
        <Formuliervelden
          definitie={Formulierdefinitie.parse({ titel: 'Proef', velden: lijst, ...extra })}
          antwoorden={antwoorden}
          context={{ nu: new Date('2026-12-01') }}
          fouten={fouten}
          onWijzig={() => undefined}
          laadOp={async () => ({ id: '', naam: '' })}
        />
      </QueryClientProvider>
    </MantineProvider>,
  )
}

const soorten = Object.keys(velden) as Veldsoort[]

/** The texts of all elements that an attribute of another names: what a screen reader says with a control. */
function gezegd(html: string, attribuut: string): string {
  const ids = [...html.matchAll(new RegExp(`${attribuut}="([^"]+)"`, 'g'))].flatMap(([, lijst = '']) =>
    lijst.split(' '),
  )
  return ids
    .map(
      (id) =>
        new RegExp(`id="${id.replace(/[^\w-]/g, '\\$&')}"[^>]*>((?:(?!</p>|</label>|</div>).)*)`).exec(html)?.[1] ?? '',
    )
    .join(' ')
}

test.each(soorten.filter((soort) => soort !== 'informatie'))(
  '%s says its question, why, and what is wrong',
  (soort) => {
    const html = teken([velden[soort]], {}, { [soort]: 'Dit klopt niet.' })
    const groep = html.includes('<fieldset')

    expect(groep ? /<legend[^>]*>De vraag/.test(html) : /<label[^>]*>De vraag/.test(html)).toBe(true)
    expect(gezegd(html, 'aria-describedby')).toContain('Waarom wij dit vragen.')
    expect(gezegd(html, 'aria-describedby')).toContain('Dit klopt niet.')
    expect(groep ? html.includes('data-fout="true"') : html.includes('aria-invalid="true"')).toBe(true)
  },
)

test.each(soorten.filter((soort) => soort !== 'informatie'))(
  'the summary leads to a control of %s that can have the focus',
  (soort) => {
    const html = teken([velden[soort]], {}, { [soort]: 'Dit klopt niet.' })
    const doel = /<a href="#([^"]+)"/.exec(html)?.[1] ?? ''
    const [control] = new RegExp(`<[^>]*id="${doel.replace(/[^\w-]/g, '\\$&')}"[^>]*>`).exec(html) ?? []

    expect(html).toMatch(/role="alert"/)
    expect(control).toMatch(/^<(input|textarea|button|select)/)
  },
)

test('every control has a name', () => {
  const html = teken(Object.values(velden))
  const controls = [...html.matchAll(/<(?:input|textarea|canvas)[^>]*>/g)].map(([control]) => control)
  const zichtbaar = controls.filter((control) => !/type="(?:hidden|file)"/.test(control))
  const naamloos = zichtbaar.filter((control) => {
    const id = /id="([^"]+)"/.exec(control)?.[1]
    return !control.includes('aria-label') && !(id && html.includes(`for="${id}"`))
  })

  expect(zichtbaar.length).toBeGreaterThan(15)
  expect(naamloos).toEqual([])
})

test('a warning is announced, other information is not', () => {
  const rustig = { ...velden.informatie, toon: 'info' } as Formulierbestand['velden'][number]

  expect(teken([velden.informatie])).toMatch(/role="alert"[\s\S]*Bel nu\./)
  expect(teken([rustig])).not.toMatch(/role="alert"/)
})

test('many options become a list to search, a part without questions is not there', () => {
  const veel = Array.from({ length: 20 }, (_, i) => ({ waarde: `w${i}`, label: `Optie ${i}` }))
  const delen = [
    { titel: 'Eerst', velden: ['keuze'] },
    { titel: 'Daarna', velden: ['tekst'] },
  ]
  const html = teken(
    [
      { ...basis, soort: 'keuze', naam: 'keuze', opties: veel },
      { ...velden.tekst, zichtbaar: 'keuze = "w1"' },
    ],
    { delen },
  )

  expect(html).toContain('aria-haspopup="listbox"')
  expect(html).toContain('Eerst')
  expect(html).not.toContain('Daarna')
})

test('what was answered stands in the fields', () => {
  const html = teken(Object.values(velden), {}, {}, { bedrag: 1250, datum: '2026-12-24', getal: 1.5, janee: false })

  expect(html).toContain('value="12,50"')
  expect(html).toContain('value="24-12-2026"')
  expect(html).toContain('value="1,5"')
  expect(html).toMatch(/checked=""[^>]*value="false"|value="false"[^>]*checked=""/)
})
