import type { PartijWijziging } from '#contract/relatieinvoer.ts'
import { invalid, stale } from '#server/platform/errors.ts'
import type { WriteContext } from '#server/platform/http/context.ts'
import { getPartijVanSoort } from './getPartij.ts'
import { laadPartij, type PartijGeheel } from './laadPartij.ts'
import { meldWijziging } from './meldWijziging.ts'
import { eigennaamVan, type Naamgeving, naamVan, persoonsnaam } from './naamgeving.ts'
import { lockActievePartij } from './onderdelen/onderdeel.ts'
import { presentPartij } from './present.ts'
import { nietInDeToekomst } from './registerPartij.ts'
import { naamvolgorde } from './sorteernamen/naamvolgorde.ts'
import { saveIdentificatoren, updateOrganisatie, updatePartij, updatePersoon } from './store.ts'
import type { PartijRow } from './tables.ts'

/**
 * Changes the own fields of a partij. Its soort never changes: a person does not become a company.
 * @throws 404, 409 `verouderd` with the partij as it is now, 409 `samengevoegd`
 */
export async function wijzigPartij(
  w: WriteContext,
  id: string,
  versie: number,
  invoer: PartijWijziging,
): Promise<PartijGeheel> {
  const partij = await lockActievePartij(w, id)
  if (partij.versie !== versie) throw stale(presentPartij(await laadPartij(w.db, id)))
  const naamgeving = await changeSoort(w, partij, invoer)
  await updatePartij(w.tx, id, w.now, {
    ...naamgeving,
    aanhefcode: invoer.aanhefcode,
    geheimhouding: invoer.geheimhouding,
    voorkeurstaal: invoer.voorkeurstaal,
    interne_notitie: invoer.interneNotitie,
    actief: invoer.actief,
  })
  await meldWijziging(w, id)
  return await laadPartij(w.db, id)
}

async function changeSoort(w: WriteContext, partij: PartijRow, invoer: PartijWijziging): Promise<Naamgeving> {
  switch (partij.soort) {
    case 'persoon':
    case 'contactpersoon': {
      const { persoon } = invoer
      if (!persoon) throw ontbreekt('persoon')
      const delen = persoonsnaam(persoon)
      await updatePersoon(w.tx, partij.id, {
        ...delen,
        voornaam: persoon.voornaam,
        geslacht: persoon.geslacht,
        geboortedatum: nietInDeToekomst(w, 'persoon.geboortedatum', persoon.geboortedatum),
        overlijdensdatum: nietInDeToekomst(w, 'persoon.overlijdensdatum', persoon.overlijdensdatum),
        ...(partij.soort === 'contactpersoon' && { werkte_voor_partij_id: await werkgever(w, invoer) }),
      })
      return naamVan(delen, await naamvolgorde(w), invoer.naamAfwijking)
    }
    case 'organisatie': {
      const { organisatie } = invoer
      if (!organisatie) throw ontbreekt('organisatie')
      await updateOrganisatie(w.tx, partij.id, organisatie.naam)
      await saveIdentificatoren(w.tx, partij.id, organisatie)
      return eigennaamVan(organisatie.naam, invoer.naamAfwijking)
    }
    case 'huishouden': {
      const { huishoudnaam } = invoer
      if (!huishoudnaam) throw ontbreekt('huishoudnaam')
      const ongewijzigd = huishoudnaam === partij.naam && !invoer.naamAfwijking
      return ongewijzigd
        ? { naam: partij.naam, sorteernaam: partij.sorteernaam, naam_reden: '' }
        : eigennaamVan(huishoudnaam, invoer.naamAfwijking)
    }
  }
}

async function werkgever(w: WriteContext, invoer: PartijWijziging): Promise<string> {
  if (!invoer.werktVoorId) throw ontbreekt('werktVoorId')
  return (await getPartijVanSoort(w.tx, invoer.werktVoorId, 'werktVoorId', ['organisatie'])).id
}

const ontbreekt = (veld: string) => invalid(veld, 'verplicht', 'Vul dit in.')
