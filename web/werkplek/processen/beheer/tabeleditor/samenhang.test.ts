import { DmnModdle } from 'dmn-moddle'
import { beforeEach, expect, it } from 'vitest'
import { lijst, type Moddle } from './moddle.ts'
import type { Weergave } from './modeler.ts'
import { gegevensVoor, hernoem, naamVan, voegBeslissingToe, voegGegevenToe, zetGebruik } from './samenhang.ts'

const bestand = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="D" namespace="https://rondom.nl/proef">
  <inputData id="hoogte" name="Hoogte"><variable id="h" name="hoogte" typeRef="number" /></inputData>
  <decision id="onder" name="Onder"><variable id="o" name="onderwerp" /></decision>
  <decision id="toets" name="Toets">
    <informationRequirement id="n1"><requiredInput href="#hoogte" /></informationRequirement>
    <decisionTable id="t"><output id="u" name="x" /></decisionTable>
  </decision>
</definitions>`

const moddle = new DmnModdle()
let wortel: Moddle
/** Does at once what dmn-js does with a step that can be undone. */
const weergave = {
  get: () => ({
    execute: (_: string, { element, properties }: { element: Moddle; properties: Record<string, unknown> }) => {
      for (const [naam, waarde] of Object.entries(properties)) element.set(naam, waarde)
    },
  }),
} as unknown as Weergave
const geschreven = async () => (await moddle.toXML(wortel)).xml
const gebruikt = () =>
  gegevensVoor(wortel, 'toets')
    .filter((gegeven) => gegeven.gebruikt)
    .map(({ naam }) => naam)

beforeEach(async () => {
  wortel = (await moddle.fromXML(bestand)).rootElement as Moddle
})

it('says what a decision can use, and what it does use', () => {
  expect(gegevensVoor(wortel, 'toets')).toEqual([
    { id: 'hoogte', naam: 'hoogte', label: 'Hoogte', isBeslissing: false, gebruikt: true },
    { id: 'onder', naam: 'onderwerp', label: 'Onder', isBeslissing: true, gebruikt: false },
  ])
})

it('uses another decision, and no longer an input, and that is in the file', async () => {
  zetGebruik(weergave, wortel, 'toets', 'onder', true)
  zetGebruik(weergave, wortel, 'toets', 'hoogte', false)

  expect(gebruikt()).toEqual(['onderwerp'])
  const xml = await geschreven()
  expect(xml).toContain('<requiredDecision href="#onder"')
  expect(xml).not.toContain('<requiredInput')
})

it('gets new data with its type, under an id that is free', async () => {
  voegGegevenToe(weergave, wortel, 'toets', { naam: 'onder', soort: 'boolean' })

  expect(gebruikt()).toEqual(['hoogte', 'onder'])
  expect(await geschreven()).toMatch(/<inputData id="onder-2" name="onder">\s*<variable [^>]*typeRef="boolean"/)
})

it('begins a new table with one rule, that can be read back', async () => {
  const id = voegBeslissingToe(weergave, wortel, 'Wie betaalt?')
  hernoem(weergave, wortel, id, 'Wie betaalt dit?')
  const opnieuw = (await moddle.fromXML(await geschreven())).rootElement as Moddle

  expect(id).toBe('wie-betaalt')
  expect(naamVan(opnieuw, id)).toBe('Wie betaalt dit?')
  const tabel = lijst(opnieuw.get('drgElement')).find((each) => each.id === id)?.['decisionLogic'] as Moddle
  expect(lijst(tabel.get('rule')).map((regel) => lijst(regel.get('outputEntry')).length)).toEqual([1])
})
