import type { Tx } from '#server/platform/db/schema.ts'
import type { Listeners } from '#server/platform/events/listeners.ts'
import { type Verplaatsing, verplaatsRijen, volgSamenvoeging } from '#server/relaties/index.ts'

/** Where a zaak points at a partij; each is noted by itself, so that undoing moves back exactly those. */
const wegen = [
  { tabel: 'zaak', kolom: 'partij_id', versie: true },
  { tabel: 'zaak', kolom: 'contactpersoon_id', versie: true },
  { tabel: 'zaak_rol', kolom: 'partij_id' },
].map((weg) =>
  volgSamenvoeging(`${weg.tabel}.${weg.kolom}`, (tx: Tx, move: Verplaatsing) => verplaatsRijen(tx, weg, move)),
)

/** Zaken, and roles in zaken, follow a merged partij, and go back when the merge is undone. */
export const hear: Listeners = Object.fromEntries(
  (['partij.samengevoegd', 'partij.samenvoeging-ongedaan'] as const).map((soort) => [
    soort,
    async (w, gegevens) => {
      for (const weg of wegen) await weg[soort]?.(w, gegevens)
    },
  ]),
)
