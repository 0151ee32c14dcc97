import type { ZoekSoort } from '#contract/klantbeeld.ts'
import type { Recht } from '#contract/rechten.ts'
import { type Actor, mag } from '#server/platform/http/context.ts'
import type { ZoekScope } from '#server/platform/search/index.ts'

const rechtPerSoort: Record<ZoekSoort, Recht> = {
  partij: 'partij.lezen',
  eenheid: 'wonen.lezen',
  overeenkomst: 'wonen.lezen',
  taak: 'taak.lezen',
  klantcontact: 'klantcontact.lezen',
  zaak: 'zaak.lezen',
}

/** What this employee may find: the same rules as for opening it. */
export function zoekScopeVan(actor: Actor, options: { soort?: ZoekSoort | undefined; aantal: number }): ZoekScope {
  const alle = Object.keys(rechtPerSoort) as ZoekSoort[]
  return {
    soorten: alle.filter((soort) => (!options.soort || soort === options.soort) && mag(actor, rechtPerSoort[soort])),
    medewerkerId: actor.medewerkerId,
    teamIds: actor.teamIds,
    alleTaken: mag(actor, 'taak.verdelen'),
    vertrouwelijk: mag(actor, 'klantcontact.vertrouwelijk'),
    vertrouwelijkeZaken: mag(actor, 'zaak.vertrouwelijk'),
    afgeschermd: [...(actor.afgeschermd ?? [])],
    aantal: options.aantal,
  }
}
