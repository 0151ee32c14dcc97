import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Gesprek, GesprekInhoud, GesprekVraag } from '#contract/gesprekken.ts'
import type { Sjabloon } from '#contract/klantcontacten.ts'
import { type Actie, afhandelingVan, begin, isGewijzigd, legeVraag, nu, type Staat, verwerk } from './staat.ts'

const klant = { id: 'p1', nummer: 1_000_123, naam: 'J.A. van den Berg', soort: 'persoon' } as const

function gesprek(velden: Partial<Gesprek> = {}): Gesprek {
  const inhoud: GesprekInhoud = {
    kanaalCode: null,
    richting: 'inkomend',
    naam: '',
    digitaalAdres: '',
    contactGelukt: null,
    vragen: [legeVraag('v1')],
  }
  return {
    id: 'g1',
    partij: klant,
    taakId: null,
    inhoud,
    bijlagen: [],
    variabelen: { 'klant.naam': klant.naam },
    begonnenOp: '2026-11-23T10:00:00Z',
    gewijzigdOp: '2026-11-23T10:00:00Z',
    versie: 1,
    ...velden,
  }
}

const planning: Sjabloon = {
  id: 's1',
  code: 'vraag-planning',
  naam: 'Vraag over planning',
  type: 'vraag',
  detailsoort: '',
  kanaalCode: 'telefoon',
  richting: 'inkomend',
  onderwerpIds: ['o1'],
  toonInPortaal: true,
  taakAanmaken: true,
  belofte: true,
  team: { id: 't1', naam: 'Planning' },
  taakSoort: '',
  taakOnderwerp: 'Klant informeren',
  taakPrioriteit: 'hoog',
  termijnWerkdagen: 2,
  notitietekst: 'Afspraak van {{klant.naam}}: ',
  bijlageVerplicht: false,
}

const run = (staat: Staat, ...acties: Actie[]) => acties.reduce(verwerk, staat)
const typ = (tekst: string, sleutel = 'v1'): Actie => ({ soort: 'vraag', sleutel, velden: { vraag: tekst } })
const opServer = (staat: Staat, velden: Partial<Gesprek> = {}) =>
  gesprek({ inhoud: staat.inhoud, partij: staat.partij, versie: staat.versie + 1, ...velden })

describe('typing and saving', () => {
  it('is changed as soon as a word was typed, and saved when the server has it', () => {
    const typed = run(begin(gesprek()), typ('De kraan lekt'))
    expect(isGewijzigd(typed)).toBe(true)

    const saved = run(typed, { soort: 'onderweg' }, { soort: 'opgeslagen', gesprek: opServer(typed) })

    expect(isGewijzigd(saved)).toBe(false)
    expect(saved.versie).toBe(2)
  })

  it('keeps what was typed while the save was under way', () => {
    const sent = run(begin(gesprek()), typ('De kraan'), { soort: 'onderweg' })
    const answer = opServer(sent)
    const later = run(sent, typ('De kraan lekt'), { soort: 'opgeslagen', gesprek: answer })

    expect(later.inhoud.vragen[0]?.vraag).toBe('De kraan lekt')
    expect(isGewijzigd(later)).toBe(true)
  })

  it('says that it failed and keeps the text', () => {
    const failed = run(begin(gesprek()), typ('x'), { soort: 'onderweg' }, { soort: 'opslaan-mislukt' })
    expect(failed).toMatchObject({ opslag: 'mislukt', onderweg: undefined })
    expect(isGewijzigd(failed)).toBe(true)
  })

  it('takes over the klant that stayed when two were merged during the call', () => {
    const sent = run(begin(gesprek()), typ('x'), { soort: 'onderweg' })
    const blijver = { ...klant, id: 'p2' }
    const saved = run(sent, { soort: 'opgeslagen', gesprek: opServer(sent, { partij: blijver }) })
    expect(saved.partij).toEqual(blijver)
    expect(isGewijzigd(saved)).toBe(false)
  })
})

describe('two windows of the same employee', () => {
  const elders = (vraag: string, versie = 2) =>
    gesprek({ versie, inhoud: { ...gesprek().inhoud, vragen: [{ ...legeVraag('v1'), vraag }] } })

  it('takes over what the other typed when nothing was typed here', () => {
    const staat = run(begin(gesprek()), { soort: 'server', gesprek: elders('uit het andere venster') })
    expect(staat.inhoud.vragen[0]?.vraag).toBe('uit het andere venster')
    expect(staat.botsingen).toEqual([])
  })

  it('puts different fields together without asking', () => {
    const staat = run(
      begin(gesprek()),
      { soort: 'vraag', sleutel: 'v1', velden: { antwoord: 'mijn antwoord' } },
      { soort: 'server', gesprek: elders('hun vraag') },
    )
    expect(staat.inhoud.vragen[0]).toMatchObject({ vraag: 'hun vraag', antwoord: 'mijn antwoord' })
    expect(staat.botsingen).toEqual([])
    expect(isGewijzigd(staat)).toBe(true)
  })

  it('with the same field keeps both texts until I choose', () => {
    const staat = run(begin(gesprek()), typ('mijn tekst'), { soort: 'server', gesprek: elders('hun tekst') })
    const [botsing] = staat.botsingen
    expect(botsing).toEqual({ sleutel: 'v1', veld: 'vraag', mijn: 'mijn tekst', ander: 'hun tekst' })
    expect(staat.inhoud.vragen[0]?.vraag).toBe('mijn tekst')
    if (!botsing) return

    const chosen = run(staat, { soort: 'kies-tekst', botsing, tekst: botsing.ander })

    expect(chosen.inhoud.vragen[0]?.vraag).toBe('hun tekst')
    expect(chosen.botsingen).toEqual([])
  })

  it('ignores an echo of an older version', () => {
    const staat = run(begin(gesprek({ versie: 5 })), typ('nieuw'), { soort: 'server', gesprek: elders('oud', 3) })
    expect(staat.inhoud.vragen[0]?.vraag).toBe('nieuw')
    expect(staat.versie).toBe(5)
  })

  it('loses no text, whatever both windows typed', () => {
    const veld = fc.constantFrom('vraag' as const, 'antwoord' as const, 'onderwerp' as const)
    const edit = fc.record({ veld, tekst: fc.string({ minLength: 1, maxLength: 8 }) })
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 4 }), fc.array(edit, { maxLength: 4 }), (hier, daar) => {
        const apply = (edits: typeof hier) =>
          Object.assign(legeVraag('v1'), ...edits.map((each) => ({ [each.veld]: each.tekst }))) as GesprekVraag
        const mijn = apply(hier)
        const hun = apply(daar)
        const staat = run(
          begin(gesprek()),
          { soort: 'vraag', sleutel: 'v1', velden: mijn },
          { soort: 'server', gesprek: gesprek({ versie: 2, inhoud: { ...gesprek().inhoud, vragen: [hun] } }) },
        )
        const shown = staat.inhoud.vragen[0]
        for (const name of ['vraag', 'antwoord', 'onderwerp'] as const) {
          const beside = staat.botsingen.filter((each) => each.veld === name).map((each) => each.ander)
          const texts = [shown?.[name], ...beside]
          if (mijn[name] !== '') expect(texts).toContain(mijn[name])
          if (hun[name] !== '') expect(texts).toContain(hun[name])
        }
      }),
    )
  })
})

describe('a template', () => {
  it('fills in its values and the name of the klant', () => {
    const staat = run(begin(gesprek()), { soort: 'sjabloon', sleutel: 'v1', sjabloon: planning })
    const [vraag] = staat.inhoud.vragen
    expect(staat.inhoud.kanaalCode).toBe('telefoon')
    expect(vraag).toMatchObject({
      vraag: 'Afspraak van J.A. van den Berg: ',
      toonInPortaal: true,
      onderwerpIds: ['o1'],
      taak: { aanmaken: true, teamId: 't1', prioriteit: 'hoog', termijnWerkdagen: 2, belofte: true },
    })
    expect(vraag && afhandelingVan(vraag)).toBe('taak')
  })

  it('never replaces what was typed, nor the channel that was chosen', () => {
    const staat = run(
      begin(gesprek()),
      typ('Wanneer komt u?'),
      { soort: 'gesprek', velden: { kanaalCode: 'balie' } },
      { soort: 'sjabloon', sleutel: 'v1', sjabloon: planning },
    )
    expect(staat.inhoud.vragen[0]?.vraag).toBe('Wanneer komt u?')
    expect(staat.inhoud.kanaalCode).toBe('balie')
  })

  it('of a terugkoppeling fills the answer; without a klant nothing goes to the portal', () => {
    const sjabloon: Sjabloon = { ...planning, type: 'terugkoppeling', taakAanmaken: false }
    const staat = run(begin(gesprek({ partij: null })), { soort: 'sjabloon', sleutel: 'v1', sjabloon })
    expect(staat.inhoud.vragen[0]).toMatchObject({ vraag: '', type: 'terugkoppeling', toonInPortaal: false })
    expect(staat.inhoud.vragen[0]?.antwoord).toContain('Afspraak van')
  })
})

describe('questions, answers and objections', () => {
  it('is answered at once or becomes a taak, never both', () => {
    const kies = (keuze: 'direct' | 'taak' | 'vastleggen'): Actie => ({ soort: 'afhandeling', sleutel: 'v1', keuze })
    const [direct, taak] = [run(begin(gesprek()), kies('direct')), run(begin(gesprek()), kies('direct'), kies('taak'))]
    expect(direct.inhoud.vragen[0]).toMatchObject({ directBeantwoord: true, taak: { aanmaken: false } })
    expect(taak.inhoud.vragen[0]).toMatchObject({ directBeantwoord: false, taak: { aanmaken: true } })
  })

  it('are added and removed; the last one stays', () => {
    const two = run(begin(gesprek()), { soort: 'vraag-erbij', sleutel: 'v2' })
    expect(two.open).toBe('v2')
    const one = run(two, { soort: 'vraag-weg', sleutel: 'v2' })
    expect(one.open).toBe('v1')
    expect(run(one, { soort: 'vraag-weg', sleutel: 'v1' }).inhoud.vragen).toHaveLength(1)
  })

  it('open the question with the first objection, which goes when its field is touched', () => {
    const two = run(begin(gesprek()), { soort: 'vraag-erbij', sleutel: 'v2' }, { soort: 'open', sleutel: 'v1' })
    const refused = run(two, { soort: 'fouten', fouten: { 'vragen.1.taak.teamId': 'Kies het team.' } })
    expect(refused.open).toBe('v2')
    expect(run(refused, { soort: 'taak', sleutel: 'v2', velden: { teamId: 't1' } }).fouten).toEqual({})
    expect(run(refused, typ('x', 'v2')).fouten).toEqual(refused.fouten)
  })

  it('a file belongs to one question and leaves with it', () => {
    const bijlage = {
      id: 'b1',
      bestandsnaam: 'foto.jpg',
      mediatype: 'image/jpeg',
      omvang: 1,
      onveilig: false,
      aangemaaktOp: '2026-11-23T10:00:00Z',
    }
    const with1 = run(begin(gesprek()), { soort: 'bijlage-erbij', sleutel: 'v1', bijlage })
    expect(nu(with1).inhoud.vragen[0]?.bijlageIds).toEqual(['b1'])
    const without = run(with1, { soort: 'bijlage-weg', id: 'b1' })
    expect(without.bijlagen).toEqual([])
    expect(without.inhoud.vragen[0]?.bijlageIds).toEqual([])
  })
})
