import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { Formulierdefinitie } from '#contract/formulieren.ts'
import { controleerDefinitie } from '#contract/regels/formulier/controleerDefinitie.ts'
import { controleerFormulier } from '#contract/regels/formulier/controleerFormulier.ts'
import { toonFormulier } from '#contract/regels/formulier/toonFormulier.ts'
import { lijstnamen, metLijsten } from '#server/koppelingen/vera/referentiedata/metLijsten.ts'
import { beslis } from '#server/processen/dmn/beslis.ts'
import { leesDmn } from '#server/processen/dmn/leesDmn.ts'
import { eigenLijstnamen } from '#server/processen/lijsten.ts'
import { vasteNamen } from '#server/processen/runtime/context.ts'
import { instellingenOp, Procesinstellingen } from '#server/processen/versies/instellingen.ts'

const hier = import.meta.dirname
const nu = new Date('2026-12-01T09:00:00Z')
const lees = (...pad: string[]) => JSON.parse(readFileSync(join(hier, ...pad), 'utf8'))

const alle = readdirSync(hier, { withFileTypes: true, recursive: true })
  .filter((bestand) => bestand.parentPath.endsWith('formulieren') && bestand.name.endsWith('.json'))
  .map((bestand) => join(bestand.parentPath.slice(hier.length + 1), bestand.name))

test.each(alle.filter((pad) => /melding|klacht\.json|opzegging/.test(pad)))('%s has nothing wrong', (pad) => {
  expect(controleerDefinitie(lees(pad), { namen: vasteNamen, lijsten: [...lijstnamen(), ...eigenLijstnamen] })).toEqual(
    [],
  )
})

/** A form as a colleague meets it, with the settings and the home of the klant. */
function formulier(proces: string, naam: string) {
  const def = metLijsten(Formulierdefinitie.parse(lees(proces, 'formulieren', `${naam}.json`)), '2026-12-01')
  const instellingen = instellingenOp(Procesinstellingen.parse(lees(proces, 'instellingen.json')), '2026-12-01')
  const context = { nu, gegevens: { instellingen, eenheid: { id: WONING }, klant: null, zaak: null } }
  return {
    instellingen,
    vragen: (antwoorden: Record<string, unknown>) => toonFormulier(def, antwoorden, context),
    namen: (antwoorden: Record<string, unknown>) =>
      toonFormulier(def, antwoorden, context).map(({ veld }) => veld.naam),
    keur: (antwoorden: Record<string, unknown>) => controleerFormulier(def, antwoorden, context),
  }
}
const WONING = '00000000-0000-7000-8000-000000000001'

describe('reparatie melden', () => {
  const { instellingen, vragen, namen, keur } = formulier('reparatieverzoek', 'melding')
  const kraan = { gevaar: 'geen', ruimte: 'KEU', element: 'WAT', defect: 'DRP' }
  const rest = { omschrijving: 'De keukenkraan druppelt', telefoon: '06 12345678', dagdelen: ['OCH'] }

  test('danger comes first, and asks no more than what is needed to come and help', () => {
    expect(namen({})).toEqual(['gevaar'])
    expect(namen({ gevaar: 'gas' })).toEqual(['gevaar', 'belGas', 'collectief', 'ruimte', 'omschrijving', 'telefoon'])
    expect(vragen({ gevaar: 'gas' })[1]?.waarde).toBe('0800-9009')
    expect(keur({ gevaar: 'gas', dagdelen: ['OCH'] })).toMatchObject({ antwoorden: { gevaar: 'gas' }, fouten: [] })
    expect(keur({ gevaar: 'gas', dagdelen: ['OCH'] }).antwoorden).not.toHaveProperty('dagdelen')
    expect(namen({ ...kraan, element: 'GAS', defect: 'GAS' })).toContain('tochGevaar')
  })

  test('room, element and defect narrow each other down', () => {
    const opties = (naam: string, antwoorden: Record<string, unknown>) =>
      vragen(antwoorden)
        .find(({ veld }) => veld.naam === naam)
        ?.opties.map(({ waarde }) => waarde)

    expect(opties('ruimte', kraan)).toHaveLength(38)
    expect(opties('ruimte', { ...kraan, collectief: true })).toContain('LIF')
    expect(opties('ruimte', { ...kraan, collectief: true })).not.toContain('SLA')
    expect(opties('element', kraan)).toContain('AAN')
    expect(opties('element', kraan)).not.toContain('LIF')
    expect(opties('defect', kraan)).toEqual(['DRP', 'LEK', 'LOO', 'DRU', 'KAL', 'DEF', 'LOS', 'GEL'])
  })

  test('a choice that no longer fits is refused by name', () => {
    expect(keur({ ...kraan, ...rest, ruimte: 'LIF' }).fouten).toMatchObject([
      { naam: 'element', melding: 'Kies bij "Wat is er stuk?" een van de mogelijkheden.' },
    ])
  })

  test('only what matters is asked', () => {
    expect(namen({ ...kraan, defect: 'LEK' })).not.toContain('kwetsbaarHuishouden')
    expect(namen({ ...kraan, element: 'KET', defect: 'STO' })).toContain('kwetsbaarHuishouden')
    expect(namen({ ...kraan, element: 'DEU', defect: 'INB' })).toContain('procesVerbaal')
    expect(namen({ ...kraan, oorzaak: 'BEW' })).toContain('huurderAansprakelijk')
    expect(namen({ ...kraan, collectief: true })).not.toContain('binnentreden')
  })

  test('the answers are what the decision table asks for: a dripping tap without subscription is for the tenant', async () => {
    const { antwoorden, fouten } = keur({ ...kraan, ...rest })
    const model = await leesDmn(readFileSync(join(hier, 'reparatieverzoek/regels.dmn'), 'utf8'))
    const { uitkomst, regels } = beslis(model, 'reparatie-wie-en-wanneer', {
      ...antwoorden,
      instellingen,
      melddatum: '2026-12-01',
      eerdereMeldingen: 0,
    })

    expect(fouten).toEqual([])
    // What nobody said stays open: the process asks the ERP, and only then it counts as no.
    expect(antwoorden).toMatchObject({ collectief: false, zavNietOvergenomen: null, serviceabonnement: null })
    expect(regels.map(({ nummer }) => nummer)).toEqual([9])
    expect(uitkomst).toMatchObject({ uitvoering: 'huurder', kosten: 'huurder' })
  })
})

describe('klacht indienen', () => {
  const { namen, keur } = formulier('klacht', 'klacht')
  const klacht = {
    indienerNaam: 'C. de Buur',
    indienerEmail: 'buur@voorbeeld.nl',
    onderwerp: 'medewerker',
    overWie: 'De heer Jansen',
    wanneer: '2026-11-20',
    doorlopend: false,
    verhaal: 'Hij belde niet terug.',
    gewensteOplossing: 'Een excuus.',
  }

  test('who it is about is asked when it is about somebody', () => {
    expect(namen({ onderwerp: 'medewerker' })).toContain('overWie')
    expect(namen({ onderwerp: 'besluit' })).not.toContain('overWie')
    expect(keur(klacht).fouten).toEqual([])
    expect(keur({ ...klacht, overWie: '' }).fouten).toMatchObject([{ naam: 'overWie', code: 'verplicht' }])
  })

  test('who is no klant leaves a name, and an address to answer to', () => {
    const { indienerEmail: _, ...zonder } = klacht
    const adres = { straatnaam: 'Steenweg', huisnummer: 5, postcode: '3511 JK', woonplaats: 'Utrecht' }

    expect(keur({ ...klacht, indienerNaam: '' }).fouten).toMatchObject([{ naam: 'indienerNaam' }])
    expect(keur(zonder).fouten).toMatchObject([{ naam: 'indienerEmail', code: 'controle' }])
    expect(keur({ ...zonder, indienerAdres: adres }).fouten).toEqual([])
    expect(namen(klacht)).not.toContain('indienerAdres')
  })

  test('for who speaks for somebody else, that other is asked', () => {
    expect(keur({ ...klacht, via: 'gemachtigde' }).fouten).toMatchObject([{ naam: 'namens' }])
  })

  test('what is long ago is told, by the terms of the commission', () => {
    expect(namen({ ...klacht, wanneer: '2025-11-30' })).toContain('teOud')
    expect(namen({ ...klacht, wanneer: '2025-11-30', doorlopend: true })).not.toContain('teOud')
    expect(namen(klacht)).not.toContain('teOud')
  })

  test('a case number is checked', () => {
    expect(keur({ ...klacht, eerdereZaak: '123' }).fouten).toMatchObject([{ naam: 'eerdereZaak', code: 'controle' }])
    expect(keur({ ...klacht, eerdereZaak: 'Z2026-000123' }).fouten).toEqual([])
  })
})

describe('huur opzeggen', () => {
  const { vragen, namen, keur } = formulier('huur-beeindigen', 'opzegging')
  const opzegging = {
    reden: 'KOO',
    gewensteDatum: '2027-02-01',
    telefoon: '06 12345678',
    zav: false,
    overname: false,
    tekenwijze: 'hier',
    handtekening: { wijze: 'getypt', naam: 'J.A. van den Berg' },
    medehuurder: false,
  }

  test('one tenant, signed here, is complete', () => {
    expect(keur(opzegging).fouten).toEqual([])
  })

  test('a co-tenant who did not sign is pointed at', () => {
    const samen = { ...opzegging, medehuurder: true, medehuurderNaam: 'P. de Boer' }

    expect(namen(samen)).toContain('nietAllen')
    expect(namen({ ...samen, handtekeningMedehuurder: { wijze: 'getypt', naam: 'P. de Boer' } })).not.toContain(
      'nietAllen',
    )
  })

  test('a day within the term of notice gets the first day that can be', () => {
    const vroeg = vragen({ ...opzegging, gewensteDatum: '2026-12-15' }).find(({ veld }) => veld.naam === 'vroegste')

    expect(vroeg?.waarde).toBe('2027-01-01')
    expect(namen(opzegging)).not.toContain('vroegste')
  })

  test('a death asks for the heir, and no wanted day', () => {
    const dood = {
      ...opzegging,
      overleden: true,
      overlijdensdatum: '2026-11-20',
      alleenwonend: true,
      reden: 'OVE',
      gewensteDatum: '',
    }

    expect(keur(dood).fouten).toMatchObject([{ naam: 'erfgenaam' }])
    expect(keur({ ...dood, erfgenaam: 'K. van den Berg' }).fouten).toEqual([])
    expect(namen({ ...dood, alleenwonend: false })).toContain('blijftMedehuurder')
  })
})
