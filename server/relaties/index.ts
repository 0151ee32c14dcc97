import { pdokBag } from '#server/koppelingen/bag/pdok.ts'
import { tabelBag } from '#server/koppelingen/bag/tabel.ts'
import type { Slice } from '#server/slice.ts'
import { adresRoutes } from './adressen/routes.ts'
import { bsnRoutes, onderdeelRoutes, partijRoutes } from './routes.ts'
import { samenvoegRoutes } from './samenvoegen/routes.ts'
import { sorteernaamJobs } from './sorteernamen/jobs.ts'
import { hearNaamvolgorde } from './sorteernamen/naamvolgorde.ts'
import './tables.ts'
import { partijBron } from './zoekbron.ts'

export { aanhefVan } from './aanhefVan.ts'
export type { Bag, BagAdres } from './bag.ts'
export { normalizeDigitaalAdres } from './bereikbaarheid.ts'
export { findPartij, findPartijen, getActievePartij, getPartij, partijNaam } from './getPartij.ts'
export { type Huishouden, huishoudensVan } from './huishoudensVan.ts'
export { indexPartij } from './indexPartij.ts'
export { laadPartij } from './laadPartij.ts'
export { eigennaamVan, huishoudnaam, naamVan, persoonsnaam } from './naamgeving.ts'
export { addDigitaalAdres, changeDigitaalAdres } from './onderdelen/bereikbaar.ts'
export { addVertegenwoordiging } from './onderdelen/betrekkingen.ts'
export { endOnderdeel } from './onderdelen/onderdeel.ts'
export { presentPartij } from './present.ts'
export { registerPartij } from './registerPartij.ts'
export {
  noteerVerplaatsing,
  type Verplaatsing,
  verplaatsRijen,
  verplaatst,
  volgSamenvoeging,
} from './samenvoegen/verplaatsingen.ts'
export { naamvolgorde } from './sorteernamen/naamvolgorde.ts'
export type { PartijRow } from './tables.ts'
export {
  removeTijdlijn,
  type TijdlijnItem,
  type TijdlijnWijziging,
  tijdlijnRij,
  updateTijdlijn,
  writeTijdlijn,
} from './tijdlijn/tijdlijn.ts'
export { zetVoorkeurstaal } from './zetVoorkeurstaal.ts'
export { partijBron } from './zoekbron.ts'

/** The door of `relaties`: who our customers are. Rules for merging are in the README. */
export const slice: Slice = {
  naam: 'relaties',
  routes(http, { config, clock }) {
    const bag = config.bag === 'pdok' ? pdokBag({ clock }) : tabelBag
    adresRoutes(http, bag)
    samenvoegRoutes(http)
    partijRoutes(http)
    onderdeelRoutes(http)
    bsnRoutes(http)
  },
  hoort: hearNaamvolgorde,
  jobs: () => sorteernaamJobs,
  zoekbronnen: [partijBron],
}
