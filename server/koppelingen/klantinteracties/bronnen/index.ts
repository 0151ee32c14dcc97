import type { Bron } from '../bron.ts'
import { actoren } from './actoren.ts'
import { actorklantcontacten } from './actorklantcontacten.ts'
import { betrokkenen } from './betrokkenen.ts'
import { bijlagen } from './bijlagen.ts'
import { categorieen, categorieRelaties } from './categorieen.ts'
import { digitaleadressen } from './digitaleadressen.ts'
import { internetaken } from './internetaken.ts'
import { klantcontacten } from './klantcontacten.ts'
import { onderwerpobjecten } from './onderwerpobjecten.ts'
import { partijen } from './partijen.ts'
import { partijIdentificatoren } from './partijIdentificatoren.ts'
import { rekeningnummers } from './rekeningnummers.ts'
import { vertegenwoordigingen } from './vertegenwoordigingen.ts'

/** All resources of the standard. Made when asked for: they refer to each other. */
export const bronnen = (): readonly Bron[] => [
  partijen,
  partijIdentificatoren,
  digitaleadressen,
  rekeningnummers,
  vertegenwoordigingen,
  categorieen,
  categorieRelaties,
  klantcontacten,
  betrokkenen,
  onderwerpobjecten,
  bijlagen,
  actoren,
  actorklantcontacten,
  internetaken,
]

/** By its place in the addresses. */
export function bronVan(pad: string): Bron {
  const bron = bronnen().find((each) => each.pad === pad)
  if (!bron) throw new Error(`no resource ${pad}`)
  return bron
}
