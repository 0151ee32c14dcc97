import { createHash } from 'node:crypto'
import type { ClientBase } from 'pg'
import { copyBuffer } from '#server/platform/db/copy.ts'
import { newId } from '#server/platform/ids.ts'
import type { GelezenRij } from './lezen/leesBestand.ts'
import type { Fout, Rij, Ruimte, Soort } from './rij.ts'

const ruimtes: Record<Soort, Ruimte> = {
  adres: 'adres',
  complex: 'complex',
  eenheid: 'eenheid',
  organisatie: 'partij',
  persoon: 'partij',
  huishouden: 'partij',
  lid: 'lid',
  overeenkomst: 'overeenkomst',
  contractant: 'contractant',
}

/** Puts checked rows in staging with COPY, and what was rejected in the list of remarks. */
export function openStaging(client: ClientBase, runId: string, bestand: string) {
  const rijen = copyBuffer('import_rij', [
    'run_id',
    'soort',
    'ruimte',
    'bestand',
    'regel',
    'rang',
    'sleutel',
    'aliassen',
    'gegevens',
    'verwijzingen',
    'hash',
    'nieuw_id',
  ])
  const meldingen = copyBuffer('import_melding', ['run_id', 'bestand', 'regel', 'sleutel', 'reden', 'afgekeurd'])
  let aantal = 0

  return {
    /** Rows that went to staging since the last flush. */
    get aantal() {
      return aantal
    },
    add({ regel, sleutel, rijen: gelezen, fouten, meldingen: opmerkingen }: GelezenRij) {
      const meld = (lijst: readonly Fout[], afgekeurd: boolean) => {
        if (lijst.length > 0) meldingen.add({ run_id: runId, bestand, regel, sleutel, reden: zin(lijst), afgekeurd })
      }
      meld(fouten, true)
      if (fouten.length > 0) return
      meld(opmerkingen, false)
      for (const rij of gelezen) {
        aantal++
        rijen.add({
          run_id: runId,
          soort: rij.soort,
          ruimte: ruimtes[rij.soort],
          bestand,
          regel,
          rang: rij.rang ?? 0,
          sleutel: rij.sleutel,
          aliassen: rij.aliassen ?? [],
          gegevens: { json: rij.gegevens },
          verwijzingen: { json: rij.verwijzingen ?? [] },
          hash: hashVan(rij),
          nieuw_id: newId(),
        })
      }
    },
    async flush() {
      await rijen.flush(client)
      await meldingen.flush(client)
      const gedaan = aantal
      aantal = 0
      return gedaan
    },
  }
}

/** By this a row is known to say the same as last time. */
function hashVan({ gegevens, verwijzingen }: Rij): string {
  return createHash('sha256')
    .update(JSON.stringify([gegevens, verwijzingen]))
    .digest('base64url')
}

function zin(fouten: readonly Fout[]): string {
  return fouten.map(({ veld, reden }) => (veld ? `${veld}: ${reden}` : reden)).join(' | ')
}
