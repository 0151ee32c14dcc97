import { sql } from 'kysely'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { axe } from './axe.ts'
import { hekbestanden, peter, procesPerBestand } from './proefproces.ts'

const { doe, open, e2e } = procesPerBestand()

type Versie = { id: string; versie: number; bestanden: Record<string, string> }
let concept: Versie

beforeAll(async () => {
  const page = await open(peter, '/beheer/processen')
  concept = await doe<Versie>(page, 'POST', '/beheer/processen/hek/concept', {})
  await page.context().close()
})

const bewaard = async (page: Page) => (await doe<Versie>(page, 'GET', `/beheer/procesversies/${concept.id}`)).bestanden
const blad = (naam: string, stuk = '') =>
  `/beheer/processen/hek?blad=${naam}&versie=${concept.id}${stuk && `&stuk=${stuk}`}`
const sideways = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)

describe('an example played step by step', () => {
  it('goes on by forms, by an answer from outside and by keyboard; back costs nothing; kept as a scenario', async () => {
    const page = await open(peter, blad('proef'))
    await page.getByLabel('Hoe hoog wordt het hek?').fill('80')
    await page.keyboard.press('Control+Enter')
    await page.getByText('Aan het begin').waitFor()
    await page.getByText('Tot een meter mag het altijd.').waitFor()
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Aan het begin')

    const beoordeel = page.getByRole('article', { name: 'Aanvraag beoordelen' })
    await beoordeel.getByRole('button', { name: 'Stap afronden' }).click()
    await beoordeel.getByText('Maak een keuze bij').first().waitFor()
    await beoordeel.getByRole('radio', { name: 'Ja, en meld het in het ERP' }).check()
    await beoordeel.getByRole('button', { name: 'Stap afronden' }).click()

    await page.getByText('Na stap 1').waitFor()
    const meld = page.getByRole('article', { name: 'Melden in het ERP' })
    await meld.getByLabel('Wat eruit komt').fill('{ kapot')
    await meld.getByRole('button', { name: 'Antwoord geven' }).click()
    await meld.getByText('Dit is geen geldige JSON').waitFor()
    await meld.getByLabel('Wat eruit komt').fill('{ "gegevens": { "id": "E1" } }')
    await meld.getByRole('button', { name: 'Antwoord geven' }).click()
    await page.getByRole('article', { name: 'Hek laten plaatsen' }).waitFor()

    await page.getByRole('button', { name: 'Stap terug' }).click()
    await meld.waitFor()
    await page.getByRole('button', { name: 'Volgende stap' }).click()
    await page.getByText('Na stap 2').waitFor()
    await page.getByLabel('Hoeveel').fill('3')
    await page.getByRole('button', { name: 'Vooruit' }).click()
    await page.getByText('Na stap 3').waitFor()

    await page.getByRole('button', { name: 'Als scenario bewaren…' }).click()
    await page.getByLabel('Naam van het scenario').fill('Hek dat gemeld wordt')
    await page.keyboard.press('Control+Enter')
    await page.getByText('Het scenario is bewaard.').waitFor()
    const tekst = (await bewaard(page))['scenarios/eigen.yaml'] ?? ''
    expect(tekst).toContain('naam: Hek dat gemeld wordt')
    expect(tekst).toContain('tijd: P3D')

    await page.goto(`/werkplek/beheer/processen/hek?versie=${concept.id}`)
    await page.getByRole('button', { name: 'Scenario’s uitvoeren' }).click()
    await page.getByText('Gelukt').waitFor()
  })

  it.each([
    { colorScheme: 'light', width: 1440 },
    { colorScheme: 'dark', width: 390 },
  ] as const)('passes axe before and after it began: $colorScheme, $width wide', async ({ colorScheme, width }) => {
    const page = await open(peter, blad('proef'), { colorScheme, viewport: { width, height: 844 } })
    await page.getByLabel('Hoe hoog wordt het hek?').waitFor()
    expect(await axe(page)).toEqual([])
    await page.getByLabel('Hoe hoog wordt het hek?').fill('80')
    await page.getByRole('button', { name: 'Proef beginnen' }).click()
    await page.getByRole('article', { name: 'Aanvraag beoordelen' }).waitFor()
    await page.locator('.djs-element').first().waitFor()

    expect(await axe(page)).toEqual([])
    expect(await sideways(page)).toBeLessThanOrEqual(0)
  })
})

describe('a form in a draft', () => {
  it('is changed by its fields with the form beside it, kept by Ctrl S, and what was changed stays over a sheet', async () => {
    const page = await open(peter, blad('formulieren', 'formulieren/oordeel.json'))
    await page.getByRole('button', { name: 'Waarom? Lange tekst' }).click()
    const eigenschappen = page.getByRole('region', { name: 'Eigenschappen van Waarom?' })
    await eigenschappen.getByLabel('Alleen vragen als (FEEL)').fill('oordel = "ja"')
    await eigenschappen.getByText('De naam "oordel" is hier niet bekend').waitFor()
    await eigenschappen.getByLabel('Alleen vragen als (FEEL)').fill('oordeel = "ja"')
    const voorbeeld = page.getByRole('form', { name: 'Oordeel' })
    await voorbeeld.getByText('Waarom?').waitFor({ state: 'detached' })
    await voorbeeld.getByRole('radio', { name: 'Ja', exact: true }).check()
    await voorbeeld.getByText('Waarom?').waitFor()

    await page.getByRole('button', { name: 'Waarom? omhoog' }).click()
    await page.getByRole('button', { name: 'Waarom? verwijderen' }).click()
    await page.getByText('“Waarom?” is verwijderd.').waitFor()
    await page.getByRole('button', { name: 'Ongedaan maken' }).click()
    await page.getByRole('button', { name: 'Waarom? Lange tekst' }).waitFor()
    await page.getByRole('button', { name: 'Waarom? Lange tekst' }).click()
    await page.getByRole('button', { name: 'Waarom? omlaag' }).click()

    await page.getByRole('navigation', { name: 'Onderdelen' }).getByRole('link', { name: 'Bestanden' }).click()
    await page.getByText('Er is 1 bestand gewijzigd').waitFor()
    await page.getByRole('link', { name: 'Alle processen' }).click()
    await page
      .getByRole('dialog', { name: 'Wijzigingen weggooien?' })
      .getByRole('button', { name: 'Verder bewerken' })
      .click()
    await page.reload()
    await page.getByText('Er is 1 bestand gewijzigd').waitFor()
    await page.keyboard.press('Control+s')
    await page.getByText('Het concept is bewaard.').waitFor()

    const form = JSON.parse((await bewaard(page))['formulieren/oordeel.json'] ?? '')
    expect(form.velden.map(({ naam }: { naam: string }) => naam)).toEqual(['oordeel', 'reden'])
    expect(form.velden[1]).toEqual({
      naam: 'reden',
      soort: 'tekstvak',
      label: 'Waarom?',
      verplicht: false,
      zichtbaar: 'oordeel = "ja"',
    })
  })

  it('loses nothing when a colleague keeps another text of it: one chooses', async () => {
    const page = await open(peter, blad('formulieren', 'formulieren/aanvraag.json'))
    await page.getByLabel('Titel', { exact: true }).fill('Mijn titel')
    const nu = await doe<Versie>(page, 'GET', `/beheer/procesversies/${concept.id}`)
    const hunne = { titel: 'Titel van een collega', velden: [] }
    const bestanden = { ...nu.bestanden, 'formulieren/aanvraag.json': JSON.stringify(hunne) }
    await doe(page, 'PUT', `/beheer/procesversies/${concept.id}`, { bestanden }, nu.versie)

    await page.getByText('Een collega bewaarde intussen ook een andere tekst').waitFor()
    expect(await page.getByRole('button', { name: 'Bewaren' }).isDisabled()).toBe(true)
    await page.getByRole('button', { name: 'Mijn tekst houden' }).click()
    await page.keyboard.press('Control+s')
    await page.getByText('Het concept is bewaard.').waitFor()
    expect((await bewaard(page))['formulieren/aanvraag.json']).toContain('Mijn titel')
  })

  it.each([
    { colorScheme: 'light', width: 1440 },
    { colorScheme: 'dark', width: 390 },
  ] as const)('passes axe, also as text and in the look of the portal: $colorScheme, $width wide', async (options) => {
    const { colorScheme, width } = options
    const page = await open(peter, blad('formulieren', 'formulieren/oordeel.json'), {
      colorScheme,
      viewport: { width, height: 844 },
    })
    await page.getByRole('button', { name: /^Mag het hek er komen\?/ }).click()
    await page.getByLabel('Waarde van keuze 1').waitFor()
    expect(await axe(page)).toEqual([])
    expect(await sideways(page)).toBeLessThanOrEqual(0)
    await page.getByText('Klantportaal', { exact: true }).click()
    await page.getByText('Vraag 1 van').waitFor()
    await page.getByText('JSON', { exact: true }).click()
    await page.getByLabel('Het hele formulier als JSON').waitFor()
    expect(await axe(page)).toEqual([])
  })
})

describe('a message in a draft', () => {
  it('gets what it fills in at the cursor, says what nobody fills in, and is sent to oneself', async () => {
    const page = await open(peter, blad('berichten'))
    const tekst = page.getByLabel('Tekst', { exact: true })
    await tekst.fill('Hoogte: ')
    await tekst.press('End')
    await page.getByRole('button', { name: 'hoogte invoegen' }).click()
    expect(await tekst.inputValue()).toBe('Hoogte: {{ hoogte }}')
    await page.getByRole('article', { name: 'E-mail' }).getByText('Hoogte: 1').waitFor()
    await tekst.pressSequentially(' {{ hogte }}')
    await page.getByText('niemand vult “hogte” in').waitFor()
    await page.getByText('De variabele "hogte" bestaat niet.').waitFor()
    expect(await page.getByRole('button', { name: 'Proefbericht naar mijzelf sturen' }).isDisabled()).toBe(true)

    await tekst.fill('Hoogte: {{ hoogte }} cm.')
    await page.getByText('Sms', { exact: true }).click()
    await page.getByText('er staat een bericht voor u klaar').waitFor()
    await page.getByText('1 sms.').waitFor()
    await page.getByText('Brief', { exact: true }).click()
    await page.getByRole('article', { name: 'Brief' }).getByText('Hoogte: 1 cm.').waitFor()
    await page.getByRole('button', { name: 'Proefbericht naar mijzelf sturen' }).click()
    await page.getByText('Het proefbericht gaat naar peter').waitFor()
    const { rows } = await sql`select aan, tekst from bericht where onderwerp like '[Proef]%'`.execute(
      e2e.organisatie.db,
    )
    expect(rows).toMatchObject([
      { aan: expect.stringContaining('peter'), tekst: expect.stringContaining('Hoogte: 1 cm.') },
    ])
    expect(await axe(page)).toEqual([])
    await page.getByRole('button', { name: 'Wijzigingen weggooien' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Wijzigingen weggooien' }).click()
    await page.getByText('Er is 1 bestand gewijzigd').waitFor({ state: 'detached' })
  })
})

describe('two versions', () => {
  it('are compared by words, rules and elements, also before one publishes', async () => {
    const page = await open(peter, '/beheer/processen')
    const anders = await doe<Versie>(page, 'POST', '/beheer/processen/hek/concept', {
      bestanden: {
        ...hekbestanden,
        'proces.bpmn': hekbestanden['proces.bpmn']?.replace('name="Hek laten plaatsen"', 'name="Hek neerzetten"'),
        'regels.dmn': hekbestanden['regels.dmn']?.replace('&lt;= 100', '&lt;= 120'),
        'berichten/ontvangst.md': hekbestanden['berichten/ontvangst.md']?.replace('aanvraag', 'verzoek'),
      },
    })
    await page.goto(`/werkplek/beheer/processen/hek?blad=vergelijken&versie=${anders.id}`)
    await page.getByText('3 bestanden zijn anders.').waitFor()
    const bpmn = page.getByRole('region', { name: 'proces.bpmn', exact: true })
    expect(await bpmn.getByRole('listitem').first().textContent()).toContain('Hek neerzetten')
    await page.getByRole('region', { name: 'regels.dmn', exact: true }).getByText('Regel 1').waitFor()
    expect(await page.getByRole('region', { name: 'regels.dmn', exact: true }).locator('ins').textContent()).toBe(
      '<= 120',
    )
    expect(
      await page.getByRole('region', { name: 'Verschil in berichten/ontvangst.md' }).locator('mark').allTextContents(),
    ).toEqual(['aanvraag', 'verzoek'])
    expect(await axe(page)).toEqual([])

    await page.getByRole('button', { name: 'Publiceren…' }).click()
    await page.getByRole('dialog').getByText('3 bestanden zijn anders.').waitFor()
    expect(await axe(page)).toEqual([])
  })

  it('with four eyes, who changed a draft last reads who may publish it', async () => {
    const page = await open(peter, '/beheer/instellingen')
    await sql`insert into instelling (sleutel, waarde, gewijzigd_op) values ('procesVierOgen', 'true', now())`.execute(
      e2e.organisatie.db,
    )
    await page.goto(`/werkplek/beheer/processen/hek?versie=${concept.id}`)
    await page.getByText('U heeft dit concept als laatste veranderd').waitFor()
    expect(await page.getByRole('button', { name: 'Publiceren…' }).isDisabled()).toBe(true)
    expect(await axe(page)).toEqual([])
  })
})
