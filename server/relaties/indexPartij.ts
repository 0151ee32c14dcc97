import { dagVan } from '#server/platform/clock.ts'
import type { WriteContext } from '#server/platform/http/context.ts'
import { indexZoekItem, removeZoekItem } from '#server/platform/search/index.ts'
import { laadPartij, type PartijGeheel } from './laadPartij.ts'
import { type VindbarePartij, zoekItemVan } from './zoekitem.ts'

/** Puts the partij in the search index as it is now; one that was merged away is found as the other. */
export async function indexPartij(w: WriteContext, partijId: string): Promise<void> {
  const geheel = await laadPartij(w.db, partijId)
  if (geheel.partij.samengevoegd_in) await removeZoekItem(w.tx, 'partij', partijId)
  else await indexZoekItem(w.tx, zoekItemVan(vindbaar(geheel, dagVan(w.now))))
}

function vindbaar(geheel: PartijGeheel, vandaag: string): VindbarePartij {
  const { partij, persoon } = geheel
  const loopt = <T extends { einddatum: string | null }>(rows: T[]) =>
    rows.filter((row) => row.einddatum === null || row.einddatum >= vandaag)
  const digitaal = (soort: string) =>
    loopt(geheel.digitaleAdressen)
      .filter((row) => row.soort === soort)
      .map((row) => row.genormaliseerd)
  return {
    id: partij.id,
    nummer: partij.nummer,
    soort: partij.soort,
    naam: partij.naam,
    actief: partij.actief,
    geheimhouding: partij.geheimhouding,
    ...(persoon && {
      achternaam: persoon.achternaam,
      geslachtsnaam: persoon.geslachtsnaam,
      voornaam: persoon.voornaam,
      initialen: persoon.initialen,
      geboortedatum: persoon.geboortedatum,
      overlijdensdatum: persoon.overlijdensdatum,
    }),
    kvkNummer: geheel.identificatoren.find((each) => each.code_soort_object_id === 'kvk_nummer')?.object_id ?? null,
    rollen: loopt(geheel.rollen).map((rol) => rol.rol),
    adressen: loopt(geheel.adressen),
    telefoons: digitaal('telefoonnummer'),
    emails: digitaal('email'),
    ibans: loopt(geheel.rekeningnummers).map((row) => row.iban),
  }
}
