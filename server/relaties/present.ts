import { domeinen } from '#contract/portaal/toegang.ts'
import { aanhef, adresregel } from '#contract/regels/aanhef.ts'
import { formatAdres } from '#contract/regels/adresweergave.ts'
import type { Naamdelen } from '#contract/regels/naam.ts'
import { formatTelefoon } from '#contract/regels/telefoonweergave.ts'
import { rolNaam, signaleringdetails, signaleringsoorten, vertegenwoordigingen } from '#contract/relatiecodes.ts'
import type { Adres, DigitaalAdres, Partij, PartijKort, PartijRol, Vertegenwoordiging } from '#contract/relaties.ts'
import type { PartijGeheel } from './laadPartij.ts'
import type { AdresRow, DigitaalAdresRow, PartijRow, RolRow, VertegenwoordigingRow } from './tables.ts'

/** The whole partij as it crosses the wire. The BSN is not in `PartijGeheel`, so it cannot be here. */
export function presentPartij(geheel: PartijGeheel): Partij {
  const { partij, persoon, organisatie, anderen } = geheel
  const kort = (id: string) => presentKort(anderen.get(id))
  const delen: Naamdelen = persoon ?? { achternaam: partij.naam, isOrganisatie: true }
  const nummer = (soort: string) =>
    geheel.identificatoren.find((each) => each.code_soort_object_id === soort)?.object_id
  return {
    id: partij.id,
    nummer: partij.nummer,
    soort: partij.soort,
    naam: partij.naam,
    sorteernaam: partij.sorteernaam,
    naamAfwijking: partij.naam_reden ? { naam: partij.naam, reden: partij.naam_reden } : null,
    aanhefcode: partij.aanhefcode,
    aanhef: aanhef(partij.aanhefcode, delen),
    adresregel: adresregel(partij.aanhefcode, delen),
    actief: partij.actief,
    geheimhouding: partij.geheimhouding,
    voorkeurstaal: partij.voorkeurstaal,
    interneNotitie: partij.interne_notitie,
    samengevoegdIn: partij.samengevoegd_in ? kort(partij.samengevoegd_in) : null,
    persoon: persoon ?? null,
    organisatie: organisatie
      ? {
          naam: organisatie.naam,
          kvkNummer: nummer('kvk_nummer') ?? null,
          vestigingsnummer: nummer('vestigingsnummer') ?? null,
          rsin: nummer('rsin') ?? null,
        }
      : null,
    werktVoor: persoon?.werkte_voor_partij_id ? kort(persoon.werkte_voor_partij_id) : null,
    digitaleAdressen: geheel.digitaleAdressen.map(presentDigitaalAdres),
    adressen: geheel.adressen.map(presentAdres),
    rekeningnummers: geheel.rekeningnummers,
    rollen: geheel.rollen.map((rol) => presentRol(rol, kort(rol.in_partij_id))),
    leden: geheel.leden.map((rol) => presentRol(rol, kort(rol.partij_id))),
    vertegenwoordigers: geheel.vertegenwoordigers.map((row) =>
      presentVertegenwoordiging(row, kort(row.vertegenwoordiger_id)),
    ),
    vertegenwoordigt: geheel.vertegenwoordigt.map((row) =>
      presentVertegenwoordiging(row, kort(row.vertegenwoordigde_id)),
    ),
    signaleringen: geheel.signaleringen.map((row) => ({
      ...row,
      soortNaam: naamUit(signaleringsoorten, row.soort),
      detailNaam: row.detailsoort ? naamUit(signaleringdetails, row.detailsoort) : '',
    })),
    versie: partij.versie,
    aangemaaktOp: partij.aangemaakt_op.toISOString(),
    gewijzigdOp: partij.gewijzigd_op.toISOString(),
  }
}

export function presentKort(partij: PartijRow | undefined): PartijKort {
  // Foreign keys guarantee it; a missing one is a bug in the loader, not a reason to show half a klant.
  if (!partij) throw new Error('a related partij was not loaded')
  return { id: partij.id, nummer: partij.nummer, naam: partij.naam, soort: partij.soort }
}

export function presentAdres(row: AdresRow): Adres {
  return {
    ...row,
    nummeraanduidingId: row.nummeraanduiding_id,
    weergave: weergaveVan(row),
  }
}

export function weergaveVan(row: AdresRow): string {
  const regels = row.adresregels.join(', ')
  return [regels, formatAdres({ ...row, straat: row.straatnaam })].filter(Boolean).join(', ')
}

export function presentDigitaalAdres(row: DigitaalAdresRow): DigitaalAdres {
  return {
    ...row,
    weergave: row.soort === 'telefoonnummer' ? formatTelefoon(row.genormaliseerd) : row.adres,
    isStandaard: row.is_standaard,
    verificatieDatum: row.verificatie_datum,
  }
}

function presentRol(row: RolRow, partij: PartijKort): PartijRol {
  return { ...row, partij, rolNaam: rolNaam(row.rol), inwonendKind: row.inwonend_kind }
}

function presentVertegenwoordiging(row: VertegenwoordigingRow, partij: PartijKort): Vertegenwoordiging {
  const gedekt = row.domeinen && domeinen.filter((domein) => row.domeinen?.includes(domein))
  return { ...row, partij, soortNaam: naamUit(vertegenwoordigingen, row.soort), domeinen: gedekt }
}

/** An imported code that we do not know is its own name. */
function naamUit(lijst: Record<string, { naam: string }>, code: string): string {
  return lijst[code]?.naam ?? code
}
