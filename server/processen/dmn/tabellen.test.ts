import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { instellingenOp, Procesinstellingen } from '../versies/instellingen.ts'
import { beslis } from './beslis.ts'
import type { Beslismodel } from './beslismodel.ts'
import { controleerDmn } from './controleer.ts'
import { leesDmn } from './leesDmn.ts'

const map = (proces: string) => join(import.meta.dirname, '../../../processen', proces)

function instellingenVan(proces: string): Record<string, unknown> {
  const gelezen: unknown = JSON.parse(readFileSync(join(map(proces), 'instellingen.json'), 'utf8'))
  return instellingenOp(Procesinstellingen.parse(gelezen), '2026-12-01')
}

/** The process folder, asked by a decision and its inputs. */
function tafel(proces: string) {
  const houder: { model?: Beslismodel } = {}
  beforeAll(async () => {
    houder.model = await leesDmn(readFileSync(join(map(proces), 'regels.dmn'), 'utf8'))
  })
  const model = () => houder.model ?? expect.unreachable('not read')
  const instellingen = instellingenVan(proces)
  return {
    model,
    besluit: (beslissing: string, invoer: Record<string, unknown>, anders: Record<string, unknown> = {}) =>
      beslis(model(), beslissing, { ...invoer, instellingen: { ...instellingen, ...anders } }),
  }
}

describe('reparatie-wie-en-wanneer', () => {
  const { model, besluit } = tafel('reparatieverzoek')
  const gewoon = { gevaar: 'geen', element: 'KOZ', defect: 'TOC', melddatum: '2026-06-15', eerdereMeldingen: 0 }
  const cv = { element: 'KET', defect: 'STO' }

  test.each<[regel: number, invoer: Record<string, unknown>, uitkomst: Record<string, unknown>]>([
    [1, { gevaar: 'gas' }, { uitvoering: 'gasbedrijf', prioriteit: 'noodgeval' }],
    [1, { defect: 'GAS', zavNietOvergenomen: true }, { uitvoering: 'gasbedrijf' }],
    [2, { gevaar: 'lift' }, { uitvoering: 'liftleverancier', prioriteit: 'noodgeval' }],
    [2, { element: 'LIF', defect: 'PER' }, { uitvoering: 'liftleverancier' }],
    [3, { zavNietOvergenomen: true }, { uitvoering: 'huurder', kosten: 'huurder', prioriteit: 'geen' }],
    [
      4,
      { garantie: true },
      { uitvoering: 'leverancier', kosten: 'leverancier', prioriteit: 'normaal', normWerkdagen: 10 },
    ],
    [4, { garantie: true, ...cv, melddatum: '2026-12-01' }, { prioriteit: 'spoed', normUren: 24, normWerkdagen: null }],
    [5, { oorzaak: 'VAN', huurderAansprakelijk: true }, { kosten: 'huurder', akkoordNodig: true }],
    [
      6,
      { element: 'DEU', defect: 'INB', procesVerbaal: true },
      { kosten: 'corporatie', prioriteit: 'spoed', normUren: 24 },
    ],
    [7, { ...cv, melddatum: '2026-12-01' }, { uitvoering: 'cv-installateur', prioriteit: 'spoed', normUren: 24 }],
    [7, { ...cv, melddatum: '2027-04-30' }, { uitvoering: 'cv-installateur' }],
    [7, { ...cv, kwetsbaarHuishouden: true }, { uitvoering: 'cv-installateur' }],
    [11, { ...cv, melddatum: '2027-05-01' }, { uitvoering: 'corporatie', prioriteit: 'normaal' }],
    [8, { element: 'WAS', defect: 'DRP', serviceabonnement: true }, { kosten: 'abonnement', normWerkdagen: 10 }],
    [9, { element: 'DEU', defect: 'LOS', serviceabonnement: false }, { uitvoering: 'huurder', kosten: 'huurder' }],
    [9, { element: 'AFV', defect: 'VS1' }, { uitvoering: 'huurder' }],
    [11, { element: 'AFV', defect: 'VS1', collectief: true }, { uitvoering: 'corporatie', kosten: 'corporatie' }],
    [10, { element: 'WAN', defect: 'SCH', eerdereMeldingen: 1 }, { uitvoering: 'inspectie', normWerkdagen: 10 }],
    [11, { element: 'WAN', defect: 'SCH' }, { uitvoering: 'corporatie', prioriteit: 'normaal' }],
    [11, {}, { uitvoering: 'corporatie', kosten: 'corporatie', prioriteit: 'normaal', akkoordNodig: false }],
  ])('rule %d for %j', (regel, invoer, uitkomst) => {
    const genomen = besluit('reparatie-wie-en-wanneer', { ...gewoon, ...invoer })

    expect(genomen.regels.map(({ nummer }) => nummer)).toEqual([regel])
    expect(genomen.uitkomst).toMatchObject(uitkomst)
  })

  test('norms, seasons and numbers to call come from the settings', () => {
    const mei = { ...gewoon, ...cv, melddatum: '2026-05-10' }
    const anders = { stookseizoenTot: 5, spoedUren: 12, storingsnummerGas: '0800-0000' }

    expect(besluit('reparatie-wie-en-wanneer', mei, anders).uitkomst).toMatchObject({
      prioriteit: 'spoed',
      normUren: 12,
    })
    expect(besluit('reparatie-wie-en-wanneer', { ...mei, gevaar: 'gas' }, anders).uitkomst).toMatchObject({
      uitleg: expect.stringContaining('0800-0000'),
    })
  })

  test('has nothing to remark', () => {
    expect(controleerDmn(model())).toEqual([])
  })
})

describe('opzegging-einddatum', () => {
  const { model, besluit } = tafel('huur-beeindigen')
  // 15 November 2026 is a Sunday, 1 January a holiday, 15 December a Tuesday.
  const gewoon = { ontvangstdatum: '2026-11-15', gewensteDatum: '2026-12-15', alleOndertekend: true }

  test.each<[regel: number, invoer: Record<string, unknown>, uitkomst: string, einddatum: string | null]>([
    [5, {}, 'einde', '2026-12-15'],
    [5, { gewensteDatum: '2026-12-19' }, 'einde', '2026-12-21'],
    [3, { gewensteDatum: '2026-11-20' }, 'einde', '2026-12-15'],
    [3, { gewensteDatum: null }, 'einde', '2026-12-15'],
    [3, { ontvangstdatum: '2027-01-31', gewensteDatum: '2027-02-01' }, 'einde', '2027-03-01'],
    [4, { gewensteDatum: '2027-03-01' }, 'navragen', null],
    [2, { alleOndertekend: false }, 'afstand', null],
    [2, { alleOndertekend: null }, 'afstand', null],
    [
      1,
      { overleden: true, alleenwonend: true, overlijdensdatum: '2026-12-20', gewensteDatum: null },
      'einde',
      '2027-02-28',
    ],
    [
      1,
      { overleden: true, alleenwonend: true, overlijdensdatum: '2026-12-20', gewensteDatum: '2027-01-10' },
      'einde',
      '2027-01-10',
    ],
    [
      1,
      { overleden: true, alleenwonend: true, overlijdensdatum: '2026-12-20', gewensteDatum: '2027-05-01' },
      'einde',
      '2027-02-28',
    ],
    [2, { overleden: true, alleenwonend: false, alleOndertekend: false }, 'afstand', null],
  ])('rule %d for %j', (regel, invoer, uitkomst, einddatum) => {
    const genomen = besluit('opzegging-einddatum', { ...gewoon, ...invoer })

    expect(genomen.regels.map(({ nummer }) => nummer)).toEqual([regel])
    expect(genomen.uitkomst).toMatchObject({ uitkomst, einddatum })
  })

  test('terms and the working day come from the settings', () => {
    const kort = { ...gewoon, gewensteDatum: '2026-11-20' }
    const zaterdag = { ...gewoon, gewensteDatum: '2026-12-19' }

    expect(besluit('opzegging-einddatum', kort, { opzegtermijnMaanden: 2 }).uitkomst).toMatchObject({
      einddatum: '2027-01-15',
    })
    expect(besluit('opzegging-einddatum', zaterdag, { eindeOpWerkdag: false }).uitkomst).toMatchObject({
      einddatum: '2026-12-19',
    })
    expect(
      besluit('opzegging-einddatum', { ...gewoon, gewensteDatum: '2027-06-01' }, { langeTermijnAccepteren: true })
        .uitkomst,
    ).toMatchObject({ uitkomst: 'einde', einddatum: '2027-06-01' })
  })

  test('a garage alone needs no first inspection', () => {
    const voorinspectie = (alleenGarage: boolean | null) => besluit('voorinspectie', { alleenGarage }).uitkomst

    expect([voorinspectie(true), voorinspectie(false), voorinspectie(null)]).toEqual([false, true, true])
  })

  test('has nothing to remark', () => {
    expect(controleerDmn(model())).toEqual([])
  })
})

describe('klacht-routering', () => {
  const { model, besluit } = tafel('klacht')
  const gewoon = { onderwerp: 'proces', via: 'klant', eerdereKlachten: 0 }

  test.each<[regel: number, invoer: Record<string, unknown>, uitkomst: Record<string, unknown>]>([
    [1, { onderwerp: 'discriminatie', via: 'media' }, { behandelaar: 'vertrouwelijk', vertrouwelijk: true }],
    [2, { via: 'advocaat' }, { behandelaar: 'juridisch', prioriteit: 'spoed' }],
    [3, { eerdereKlachten: 1, onderwerp: 'aannemer' }, { behandelaar: 'klachtcoördinator' }],
    [4, { onderwerp: 'medewerker' }, { behandelaar: 'leidinggevende', vertrouwelijk: false }],
    [5, { onderwerp: 'aannemer' }, { behandelaar: 'contractbeheer', team: 'planning' }],
    [6, { onderwerp: 'servicekosten' }, { behandelaar: 'huurzaken', team: 'incasso' }],
    [7, { onderwerp: 'gebrek', wekenOpen: 7 }, { behandelaar: 'techniekmanager', prioriteit: 'spoed' }],
    [8, { onderwerp: 'gebrek', wekenOpen: 6 }, { behandelaar: 'klachtcoördinator', prioriteit: 'normaal' }],
    [8, { onderwerp: 'gebrek' }, { team: 'klachten' }],
    [8, {}, { team: 'klachten' }],
  ])('rule %d for %j', (regel, invoer, uitkomst) => {
    const genomen = besluit('klacht-routering', { ...gewoon, ...invoer })

    expect(genomen.regels.map(({ nummer }) => nummer)).toEqual([regel])
    expect(genomen.uitkomst).toMatchObject(uitkomst)
  })

  test('has nothing to remark', () => {
    expect(controleerDmn(model())).toEqual([])
  })
})
