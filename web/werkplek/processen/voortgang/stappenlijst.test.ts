import { describe, expect, it } from 'vitest'
import type { ZaakProces } from '#contract/processen.ts'
import { stappenlijst } from './stappenlijst.ts'

const door = { id: '01900000-0000-7000-8000-000000000001', naam: 'Sanne' }
const op = (uur: number) => `2026-11-23T${String(uur).padStart(2, '0')}:00:00.000Z`
const stap = (element: string, soort: string, uur: number, meer: object = {}) => ({
  element,
  naam: `Stap ${element}`,
  soort,
  beginOp: op(uur),
  eindOp: op(uur),
  afgebroken: false,
  door,
  ...meer,
})
const beslissing = (element: string, uur: number, nummer: number) => ({
  element,
  beslissing: 'b',
  naam: 'Beslissing',
  regels: [{ nummer, opmerking: '' }],
  invoer: {},
  uitkomst: 'x',
  op: op(uur),
})
const proces = (delen: Partial<ZaakProces>): ZaakProces => ({
  instantieId: door.id,
  proces: 'proef',
  naam: 'Proef',
  versieNummer: 1,
  status: 'wacht',
  bpmn: '',
  gegevens: {},
  context: {},
  wacht: [],
  daarna: [],
  stappen: [],
  beslissingen: [],
  acties: [],
  versie: 1,
  ...delen,
})

describe('the list of steps', () => {
  it('leaves out gateways, what has no name and what did not end, in the order of beginning', () => {
    const { gedaan } = stappenlijst(
      proces({
        stappen: [
          stap('c', 'UserTask', 12),
          stap('a', 'StartEvent', 9),
          stap('g', 'ExclusiveGateway', 10),
          stap('x', 'IntermediateCatchEvent', 11, { naam: 'x' }),
          stap('d', 'UserTask', 13, { eindOp: null }),
        ],
      }),
    )

    expect(gedaan.map(({ naam }) => naam)).toEqual(['Stap a', 'Stap c'])
  })

  it('gives each round of a repetition its own decision, and loses none', () => {
    const { gedaan } = stappenlijst(
      proces({
        stappen: [stap('b', 'BusinessRuleTask', 9), stap('b', 'BusinessRuleTask', 11)],
        beslissingen: [beslissing('b', 9, 1), beslissing('b', 11, 2), beslissing('weg', 10, 3)],
      }),
    )

    expect(gedaan.map(({ beslissingen }) => beslissingen.flatMap(({ regels }) => regels[0]?.nummer))).toEqual([
      [1],
      [3],
      [2],
    ])
    expect(gedaan.every(({ vanzelf }) => vanzelf)).toBe(true)
  })

  it('puts what failed with the step that waits for it; what is done or never tried is no failure', () => {
    const wacht = {
      id: door.id,
      element: 'meld',
      naam: 'Melden',
      soort: 'actie' as const,
      op: '',
      moment: null,
      sinds: op(9),
      taakId: null,
      formulier: null,
      lokaal: {},
      mag: false,
      terzijde: false,
    }
    const actie = (status: 'mislukt' | 'gelukt' | 'klaar_te_staan', fout: string, element = 'meld') => ({
      id: `${status}${fout}`,
      element,
      soort: 'erp.muteren',
      status,
      fout,
    })
    const { nu } = stappenlijst(
      proces({
        wacht: [wacht],
        acties: [
          actie('mislukt', 'stuk'),
          actie('gelukt', ''),
          actie('klaar_te_staan', ''),
          actie('klaar_te_staan', 'nog niet'),
          actie('mislukt', 'elders', 'anders'),
        ],
      }),
    )

    expect(nu[0]?.acties.map(({ fout }) => fout)).toEqual(['stuk', 'nog niet'])
  })

  it('puts what one can do first, and what only stands ready beside it apart', () => {
    const wacht = (id: string, deel: Partial<ZaakProces['wacht'][number]>) => ({
      ...{ id, element: id, naam: id, soort: 'bericht' as const, op: '', moment: null, sinds: op(9) },
      ...{ taakId: null, formulier: null, lokaal: {}, mag: false, terzijde: false, ...deel },
    })

    const { nu, terzijde } = stappenlijst(
      proces({ wacht: [wacht('intrekken', { terzijde: true }), wacht('wachten', {}), wacht('kiezen', { mag: true })] }),
    )

    expect(nu.map((each) => each.wacht.id)).toEqual(['kiezen', 'wachten'])
    expect(terzijde.map(({ id }) => id)).toEqual(['intrekken'])
  })
})
