import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { emit } from '#server/platform/events/emit.ts'
import { newId } from '#server/platform/ids.ts'
import { startTestRondom, type TestRondom } from '#server/platform/testing/rondom.ts'
import { persoonIn } from '#server/relaties/testing/partijen.ts'
import { openZaak, setZaakstatus, type ZaakRow } from '#server/zaken/index.ts'
import { herinner } from './herinner.ts'
import { agendaVoorZaak, annuleerAfspraak, legAfspraakVast, listAfspraken, type NieuweAfspraak } from './index.ts'

let rondom: TestRondom
let partijId: string
beforeAll(async () => {
  rondom = await startTestRondom()
  partijId = (
    await persoonIn(rondom, {
      persoon: { achternaam: 'Bakker' },
      digitaleAdressen: [{ soort: 'email', adres: 'bakker@voorbeeld.nl' }],
    })
  ).id
})
afterAll(() => rondom.close())
beforeEach(() => {
  rondom.clock.now = new Date('2026-11-23T10:00:00Z')
})

const zaak = () =>
  rondom.write((w) =>
    openZaak(w, { zaaktype: 'reparatie', zaaktypeNaam: 'Reparatie', omschrijving: 'Kraan lekt', partijId }),
  )
const plan = (van: ZaakRow, anders: Partial<NieuweAfspraak> = {}) =>
  rondom.write((w) =>
    legAfspraakVast(w, {
      zaak: van,
      externId: newId(),
      titel: 'Kraan lekt',
      begin: new Date('2026-11-26T08:00:00Z'),
      eind: new Date('2026-11-26T10:00:00Z'),
      herinneren: true,
      ...anders,
    }),
  )
const agenda = (van: ZaakRow) => agendaVoorZaak(rondom.context(), van.id)
const berichten = (van: ZaakRow) => rondom.db.selectFrom('bericht').selectAll().where('zaak_id', '=', van.id).execute()
const naar = (moment: string) => {
  rondom.clock.now = new Date(moment)
}

describe('an appointment in the calendar of a klant', () => {
  it('is the same one when it moves, when it is booked anew, and when it is off', async () => {
    const van = await zaak()
    const eerst = await plan(van, { externId: 'A1', verzoekId: 'V1' })
    expect(await plan(van, { externId: 'A1', verzoekId: 'V1' })).toMatchObject({ volgnummer: 0, versie: 1 })
    const bestand = await agenda(van)
    for (const regel of [
      'METHOD:PUBLISH',
      `UID:${eerst.id}@rondom`,
      'SEQUENCE:0',
      'DTSTART:20261126T080000Z',
      'DTEND:20261126T100000Z',
      'STATUS:CONFIRMED',
    ])
      expect(bestand).toContain(`${regel}\r\n`)

    const begin = new Date('2026-11-27T12:00:00Z')
    const eind = new Date('2026-11-27T14:00:00Z')
    await plan(van, { externId: 'A1', verzoekId: 'V1', begin, eind })
    expect(await plan(van, { externId: 'A2', verzoekId: 'V1', begin, eind })).toMatchObject({ id: eerst.id })
    expect(await agenda(van)).toMatch(/SEQUENCE:2\r\n[\s\S]*DTSTART:20261127T120000Z/)

    await rondom.write((w) => annuleerAfspraak(w, van.id, 'A2'))
    await rondom.write((w) => annuleerAfspraak(w, van.id, 'A2'))
    const weg = await agenda(van)
    expect(weg).toContain('METHOD:CANCEL')
    expect(weg).toMatch(new RegExp(`UID:${eerst.id}@rondom\\r\\nSEQUENCE:3\\r\\n`))
    expect(weg).toContain('STATUS:CANCELLED')
    expect(await listAfspraken(rondom.db, [van.id])).toHaveLength(1)
  })

  it('is of one zaak: another one with the same name in the ERP is another appointment', async () => {
    const [een, twee] = [await zaak(), await zaak()]
    const eerste = await plan(een, { externId: 'zelfde' })
    const tweede = await plan(twee, { externId: 'zelfde', begin: new Date('2026-11-26T09:00:00Z') })
    expect(tweede.id).not.toBe(eerste.id)
    expect(await listAfspraken(rondom.db, [een.id])).toMatchObject([{ id: eerste.id, volgnummer: 0 }])
    expect(
      await plan(een, { externId: 'zelfde', titel: undefined, begin: new Date('2026-11-26T09:00:00Z') }),
    ).toMatchObject({
      titel: 'Kraan lekt',
      volgnummer: 1,
    })
  })

  it('is off with a zaak that is withdrawn, and not with one that is done', async () => {
    for (const [status, stand] of [
      ['GEA', 'geannuleerd'],
      ['AFG', 'gepland'],
    ] as const) {
      const van = await zaak()
      await plan(van)
      await rondom.write((w) => setZaakstatus(w, van.id, { status }))
      expect(await listAfspraken(rondom.db, [van.id])).toMatchObject([{ status: stand }])
    }
  })

  it('follows the ERP when it is moved or cancelled there', async () => {
    const van = await zaak()
    await plan(van, { verzoekId: 'V9' })
    const vertel = (gegevens: object) =>
      rondom.write((w) =>
        emit(w, {
          soort: 'erp.order-gewijzigd',
          onderwerpen: [],
          gegevens: { orderId: 'O1', verzoekId: 'V9', ...gegevens },
        }),
      )
    await vertel({ status: 'PLN', afspraakOp: '2026-11-30T08:00:00Z' })
    expect(await listAfspraken(rondom.db, [van.id])).toMatchObject([
      { begin: new Date('2026-11-30T08:00:00Z'), eind: new Date('2026-11-30T10:00:00Z'), volgnummer: 1 },
    ])
    await vertel({ status: 'GEA', afspraakOp: null })
    expect(await listAfspraken(rondom.db, [van.id])).toMatchObject([{ status: 'geannuleerd', volgnummer: 2 }])
  })
})

describe('a reminder', () => {
  it('goes once, the working day before, with the appointment for the calendar', async () => {
    const van = await zaak()
    await plan(van)
    naar('2026-11-25T07:59:00Z')
    await herinner(rondom.context())
    expect(await berichten(van)).toHaveLength(0)
    naar('2026-11-25T08:01:00Z')
    await Promise.all([herinner(rondom.context()), herinner(rondom.context())])
    await herinner(rondom.context())
    expect(await berichten(van)).toMatchObject([
      {
        doel: 'afspraken',
        tekst: expect.stringContaining('donderdag 26 november'),
        agenda: expect.stringContaining('SEQUENCE:0'),
      },
    ])
  })

  it('does not go of what is off, and goes of the new moment of what was moved', async () => {
    const [weg, later] = [await zaak(), await zaak()]
    await plan(weg, { externId: 'weg' })
    await plan(later, { externId: 'later' })
    await rondom.write((w) => annuleerAfspraak(w, weg.id, 'weg'))
    const verder = { begin: new Date('2026-12-03T08:00:00Z'), eind: new Date('2026-12-03T10:00:00Z') }
    await plan(later, { externId: 'later', ...verder })
    naar('2026-11-25T08:01:00Z')
    await herinner(rondom.context())
    expect([await berichten(weg), await berichten(later)]).toEqual([[], []])
    naar('2026-12-02T08:01:00Z')
    await herinner(rondom.context())
    expect(await berichten(later)).toHaveLength(1)
  })

  it('is not needed for what was agreed yesterday, or when the process reminds itself', async () => {
    const [kort, zelf] = [await zaak(), await zaak()]
    await plan(zelf, { herinneren: false })
    naar('2026-11-25T12:00:00Z')
    await plan(kort)
    await herinner(rondom.context())
    naar('2026-11-26T07:00:00Z')
    await herinner(rondom.context())
    expect([await berichten(kort), await berichten(zelf)]).toEqual([[], []])
  })
})
