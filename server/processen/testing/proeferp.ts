import { type AfspraakOptie, type Erp, ErpBezet, ErpGeweigerd, ErpStoring, geenErp } from '#server/erp/index.ts'

export type Proeferp = {
  erp: Erp
  /** What it was asked to do, and with which key. */
  gedaan: { wat: string; sleutel: string }[]
  /** What the next calls do, before it works again. */
  volgende: ('storing' | 'geweigerd' | 'bezet')[]
}

const optie = {
  id: 'o1',
  begin: '2026-11-24T08:00:00Z',
  eind: '2026-11-24T10:00:00Z',
  score: 90,
  specialisme: undefined,
  uitvoerder: undefined,
} satisfies AfspraakOptie

/** The other side of the port, in memory: it does what it is told, once per key, and goes wrong on command. */
export function maakProeferp(): Proeferp {
  const proef: Proeferp = { erp: geenErp, gedaan: [], volgende: [] }
  const doe = (wat: string, sleutel: string) => {
    const mis = proef.volgende.shift()
    if (mis === 'storing') throw new ErpStoring('onbereikbaar', 'Het ERP is niet bereikbaar.')
    if (mis === 'geweigerd') throw new ErpGeweigerd('vak-onbekend', 'Dit vak kent het ERP niet.')
    if (mis === 'bezet') throw new ErpBezet([optie])
    proef.gedaan.push({ wat, sleutel })
  }
  proef.erp = {
    ...geenErp,
    onderhoudsverzoeken: {
      ...geenErp.onderhoudsverzoeken,
      async maak(_, sleutel, nieuw) {
        doe('verzoek', sleutel)
        return {
          id: `v-${sleutel.slice(-6)}`,
          nummer: 'OV1',
          omschrijving: nieuw.omschrijving,
          status: 'REG',
          gemeldOp: nieuw.gemeldOp,
          eenheidCode: nieuw.eenheidCode,
          complexCode: undefined,
          defecten: [],
          orderIds: [],
        }
      },
    },
    afspraken: {
      ...geenErp.afspraken,
      async boek(_, sleutel, { optie: { begin, eind } }) {
        doe('afspraak', sleutel)
        return {
          id: 'a1',
          status: 'GEP',
          onderwerp: '',
          begin,
          eind,
          uitvoerder: undefined,
          verzoekId: 'v1',
          orderId: undefined,
        }
      },
    },
  }
  return proef
}
