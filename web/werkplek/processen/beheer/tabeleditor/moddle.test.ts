import { DmnModdle } from 'dmn-moddle'
import { expect, it } from 'vitest'
import { invoerVan, namenVoor } from './invoer.ts'
import { lijst, type Moddle } from './moddle.ts'
import { naarBeschrijving, naarOpmerking } from './opmerkingen.ts'

const bestand = (
  regels: string,
  opmerkingen = '<annotation name="Waarom" /><annotation name="Bron" />',
) => `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="D" namespace="https://rondom.nl/proef">
  <itemDefinition id="i" name="elementsoort"><typeRef>string</typeRef></itemDefinition>
  <inputData id="hoogte" name="Hoogte"><variable id="h" name="hoogte" typeRef="number" /></inputData>
  <inputData id="element" name="Element"><variable id="e" name="element" typeRef="elementsoort" /></inputData>
  <decision id="onder" name="Onder"><variable id="o" name="onderwerp" /><informationRequirement><requiredInput href="#element" /></informationRequirement></decision>
  <decision id="toets" name="Toets">
    <informationRequirement><requiredInput href="#hoogte" /></informationRequirement>
    <informationRequirement><requiredDecision href="#onder" /></informationRequirement>
    <decisionTable id="t"><output id="u" name="x" />${opmerkingen}${regels}</decisionTable>
  </decision>
</definitions>`
const regel = (opmerkingen: string) =>
  `<rule id="r"><outputEntry id="c"><text>1</text></outputEntry>${opmerkingen}</rule>`
const opmerking = (tekst: string) => `<annotationEntry><text>${tekst}</text></annotationEntry>`

const moddle = new DmnModdle()
const lees = async (xml: string) => (await moddle.fromXML(xml)).rootElement as Moddle
const eersteRegel = (wortel: Moddle) => {
  const tabel = lijst(wortel.get('drgElement')).find(({ id }) => id === 'toets')?.['decisionLogic'] as Moddle
  const [eerste] = lijst(tabel.get('rule'))
  if (!eerste) throw new Error('no rule')
  return eerste
}
const teksten = (van: Moddle) => lijst(van.get('annotationEntry')).map((each) => each['text'])

it('shows what is said about a rule, and writes it back unchanged', async () => {
  const wortel = await lees(bestand(regel(opmerking('Omdat') + opmerking('BW 7:271'))))
  const { xml: eerst } = await moddle.toXML(wortel)

  naarBeschrijving(wortel)
  expect(eersteRegel(wortel).get('description')).toBe('Omdat · BW 7:271')
  naarOpmerking(wortel)

  expect((await moddle.toXML(wortel)).xml).toBe(eerst)
})

it('keeps what was changed in the first column of remarks', async () => {
  const wortel = await lees(bestand(regel(opmerking('Omdat') + opmerking(''))))
  naarBeschrijving(wortel)
  eersteRegel(wortel).set('description', 'Daarom')
  naarOpmerking(wortel)

  expect(teksten(eersteRegel(wortel))).toEqual(['Daarom', ''])
  expect((await moddle.toXML(wortel)).xml).toContain('Daarom')
})

it('is written at once, so that what is shown can come back at once', async () => {
  const wortel = await lees(bestand(regel(opmerking('Omdat') + opmerking(''))))
  naarBeschrijving(wortel)
  naarOpmerking(wortel)
  const geschreven = moddle.toXML(wortel)
  naarBeschrijving(wortel)

  const { xml } = await geschreven
  expect(xml).toContain('Omdat')
  expect(xml).not.toContain('description')
})

it('gives a new rule a remark, and leaves a table without remarks as it is', async () => {
  const nieuw = await lees(bestand(regel('')))
  eersteRegel(nieuw).set('description', 'Nieuw')
  naarOpmerking(nieuw)
  expect(teksten(eersteRegel(nieuw))).toEqual(['Nieuw', ''])

  const zonder = await lees(bestand(regel(''), ''))
  eersteRegel(zonder).set('description', 'Blijft')
  naarOpmerking(zonder)
  expect(eersteRegel(zonder).get('description')).toBe('Blijft')
})

it('knows what a decision asks, also through what it needs, and what its cells may name', async () => {
  const wortel = await lees(bestand(regel('')))
  expect(invoerVan(wortel, 'toets')).toMatchObject([
    { naam: 'hoogte', label: 'Hoogte', soort: 'number' },
    { naam: 'element', label: 'Element', soort: 'string' },
  ])
  expect(namenVoor(wortel, 'toets')).toEqual(['hoogte', 'onderwerp'])
})
