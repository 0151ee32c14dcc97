import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../ids.ts'
import { startTestRondom, type TestRondom } from '../testing/rondom.ts'
import { indexZoekItem, rebuildVocabulary, removeZoekItem, type ZoekItem, type ZoekScope, zoek } from './index.ts'

let rondom: TestRondom
const team = newId()
const ik = newId()
const scope: ZoekScope = {
  soorten: ['partij', 'eenheid', 'taak', 'klantcontact', 'overeenkomst', 'zaak'],
  medewerkerId: ik,
  teamIds: [team],
  alleTaken: false,
  vertrouwelijk: false,
  vertrouwelijkeZaken: false,
  afgeschermd: [],
  aantal: 20,
}

function item(titel: string, woorden: string[], sleutels: string[], extra: Partial<ZoekItem> = {}): ZoekItem {
  return {
    soort: 'partij',
    objectId: newId(),
    titel,
    ondertitel: '',
    woorden,
    sleutels,
    gewicht: 50,
    teamId: null,
    medewerkerId: null,
    vertrouwelijk: false,
    gegevens: {},
    ...extra,
  }
}

async function index(...items: ZoekItem[]): Promise<void> {
  await rondom.write(async (w) => {
    for (const each of items) await indexZoekItem(w, each)
  })
}

async function vind(vraag: string, anders: Partial<ZoekScope> = {}): Promise<string[]> {
  const { treffers } = await zoek(rondom.db, vraag, { ...scope, ...anders })
  return treffers.map(({ titel }) => titel)
}

beforeAll(async () => {
  rondom = await startTestRondom()
  await index(
    item(
      'J. van den Berg',
      ['van den Berg', 'Jan', 'Lange Nieuwstraat', 'Utrecht'],
      [
        'vl:berg:jw',
        'tel:+31612345678',
        'mail:jan.vandenberg@voorbeeld.nl',
        'pc:3512PN112',
        'geb:1980-03-12',
        'nr:1000123',
      ],
      { gewicht: 60 },
    ),
    item('P. van den Berg', ['van den Berg', 'Piet', 'Kerkstraat 7', 'Zeist'], ['pc:3701AB7', 'geb:1951-01-02'], {
      gewicht: 20,
    }),
    item('A. Bergsma', ['Bergsma', 'Anna', 'Lange Nieuwstraat 12', 'Utrecht'], ['pc:3512PN12A', 'geb:1980-03-12']),
    item('F. el Amrani', ['el Amrani', 'Fatima', 'Bergstraat 1', 'Utrecht'], ['tel:+31698765432']),
    item('Lekkage badkamer', ['Lekkage badkamer', 'el Amrani'], ['nr:3000001'], { soort: 'taak', teamId: team }),
    item('Lekkage keuken', ['Lekkage keuken', 'el Amrani'], ['nr:3000002'], { soort: 'taak', teamId: newId() }),
    item('Lekkage dak', ['Lekkage dak'], ['nr:3000003'], { soort: 'taak', teamId: newId(), medewerkerId: ik }),
    item('Overlast', ['Overlast'], ['nr:2000001'], { soort: 'klantcontact', vertrouwelijk: true }),
    item('Eigen melding', ['Zelfgeschreven'], ['nr:2000002'], {
      soort: 'klantcontact',
      vertrouwelijk: true,
      medewerkerId: ik,
    }),
    item('Lange Nieuwstraat 112', ['Lange Nieuwstraat 112', 'Utrecht'], ['pc:3512PN112'], { soort: 'eenheid' }),
  )
})
afterAll(() => rondom.close())

describe('zoek', () => {
  it.each([
    ['van den berg ', ['J. van den Berg', 'P. van den Berg']],
    ['v.d. berg utrecht ', ['J. van den Berg']],
    ['v.d. Breg utrecht', ['J. van den Berg']],
    ['v.d. Breg Utrcht ', ['J. van den Berg']],
    ['bregsma', ['A. Bergsma']],
    ['12-3-1980', ['J. van den Berg', 'A. Bergsma']],
    ['berg 12-03-1980 ', ['J. van den Berg']],
    ['06 12345678', ['J. van den Berg']],
    ['+31 6 1234 5678', ['J. van den Berg']],
    ['5678', ['J. van den Berg']],
    ['jan.vandenberg@voorbeeld.nl', ['J. van den Berg']],
    ['jan.vandenberg@voor', ['J. van den Berg']],
    ['1000123', ['J. van den Berg']],
    ['3512PN112', ['Lange Nieuwstraat 112', 'J. van den Berg']],
    ['3512 pn 112', ['Lange Nieuwstraat 112', 'J. van den Berg']],
    ['3512pn 12a', ['A. Bergsma']],
    ['amrni', ['F. el Amrani', 'Lekkage badkamer']],
    ['lange nieuwstraat 12 ', ['A. Bergsma']],
    ['nieuwstraat 112 utr', ['Lange Nieuwstraat 112', 'J. van den Berg']],
    ['3000001', ['Lekkage badkamer']],
    ['niemand', []],
    ['berg amsterdam', []],
    ['!?', []],
    ["'; drop table zoek_item; --", []],
  ])('%s → %j', async (vraag, titels) => {
    expect((await vind(vraag)).sort()).toEqual([...titels].sort())
  })

  it('puts the exact word before a beginning, and a name before a street', async () => {
    const titels = await vind('berg')

    expect(titels.slice(0, 2)).toEqual(['J. van den Berg', 'P. van den Berg'])
    expect(titels.indexOf('A. Bergsma')).toBeGreaterThan(1)
    expect(titels.indexOf('F. el Amrani')).toBeGreaterThan(titels.indexOf('A. Bergsma'))
  })

  it('says why: the word as it is spelt, and what was typed', async () => {
    const { treffers } = await zoek(rondom.db, 'v.d. Breg Utrecht ', scope)

    expect(treffers[0]?.waarom).toEqual([
      { soort: 'typefout', tekst: 'berg', getypt: 'breg' },
      { soort: 'woord', tekst: 'utrecht' },
    ])
  })

  it('puts those with the initials that were typed first, also among more than are looked at, and with a typing error', async () => {
    const bergen = Array.from({ length: 30 }, (_, i) =>
      item(`${'ABCDEFGHIK'[i % 10]}. Eikenberg`, ['Eikenberg'], [`vl:eikenberg:${'abcdefghik'[i % 10]}x`]),
    )
    await index(item('J.A. Eikenberg', ['Eikenberg'], ['vl:eikenberg:ja'], { gewicht: 10 }), ...bergen)

    for (const vraag of ['j.a. eikenberg', 'J A Eikenberg', 'eikenberg j.a.', 'Eikenberg, J', 'j.a. eikenbreg']) {
      const gevonden = await vind(vraag)
      expect({ vraag, eerste: gevonden[0] }).toEqual({ vraag, eerste: 'J.A. Eikenberg' })
      expect(gevonden.length).toBeGreaterThan(10)
    }
    expect(await vind('ja eikenberg')).toEqual(['J.A. Eikenberg'])
  })

  it('finds more people on one address while the number is still being typed', async () => {
    expect((await vind('3512PN1')).length).toBe(3)
  })

  it('shows a taak only to its team, its holder and who divides the work', async () => {
    expect((await vind('lekkage')).sort()).toEqual(['Lekkage badkamer', 'Lekkage dak'])
    expect(await vind('3000002')).toEqual([])
    expect((await vind('lekkage', { alleTaken: true })).length).toBe(3)
    expect(await vind('lekkage', { teamIds: [], medewerkerId: newId() })).toEqual([])
  })

  it('leaves out what is confidential or not allowed, before it counts', async () => {
    expect(await vind('overlast')).toEqual([])
    expect(await vind('2000001', { vertrouwelijk: true })).toEqual(['Overlast'])
    expect(await vind('2000002')).toEqual(['Eigen melding'])
    expect(await vind('lekkage', { soorten: ['partij'] })).toEqual([])
    const { meer } = await zoek(rondom.db, 'lekkage', { ...scope, aantal: 2 })
    expect(meer).toBe(false)
  })

  it('shows a confidential zaak to who handles it, and nothing that is hidden from whoever asks', async () => {
    const zaak = { soort: 'zaak' as const, vertrouwelijk: true }
    const klacht = item('Klacht over bejegening', ['bejegening'], ['nr:Z2026100001'], { ...zaak, teamId: newId() })
    const eigen = item('Klacht over planning', ['bejegening'], [], { ...zaak, teamId: team })
    await index(klacht, eigen)

    expect(await vind('bejegening')).toEqual(['Klacht over planning'])
    expect((await vind('bejegening', { vertrouwelijkeZaken: true })).length).toBe(2)
    expect(await vind('Z2026-100001', { vertrouwelijkeZaken: true })).toEqual(['Klacht over bejegening'])
    const alles = { vertrouwelijkeZaken: true, vertrouwelijk: true, afgeschermd: [klacht.objectId] }
    expect(await vind('bejegening', alles)).toEqual(['Klacht over planning'])
    expect(await vind('Z2026-100001', alles)).toEqual([])
  })

  it('follows a change of name and number, and forgets what is removed', async () => {
    const kees = item('K. Oudenaam', ['Oudenaam'], ['tel:+31611112222'])
    await index(kees)
    await index({ ...kees, titel: 'K. Nieuwenaam', woorden: ['Nieuwenaam'], sleutels: ['tel:+31633334444'] })

    expect(await vind('oudenaam')).toEqual([])
    expect(await vind('0611112222')).toEqual([])
    expect(await vind('0633334444')).toEqual(['K. Nieuwenaam'])
    expect(await vind('niewenaam')).toEqual(['K. Nieuwenaam'])

    await rondom.write((w) => removeZoekItem(w, 'partij', kees.objectId))
    expect(await vind('nieuwenaam')).toEqual([])
    expect(await vind('0633334444')).toEqual([])
  })

  it('does not see another organisatie', async () => {
    await rondom.write((w) => indexZoekItem(w, item('Elders', ['Buitenpost'], [])), rondom.elders)

    expect(await vind('buitenpost')).toEqual([])
  })

  it('two people with the same new name can be added at the same time', async () => {
    const namen = Array.from({ length: 8 }, (_, i) => item(`T. Tegelijk ${i}`, ['Tegelijkertijd', `extra${i}`], []))

    await Promise.all(namen.map((each) => index(each)))

    expect((await vind('tegelijkertijd')).length).toBe(8)
  })

  it('a rebuilt vocabulary finds the same', async () => {
    const before = await vind('v.d. breg')
    await rebuildVocabulary(rondom.db)

    expect(await vind('v.d. breg')).toEqual(before)
    expect(before).toContain('J. van den Berg')
  })
})
