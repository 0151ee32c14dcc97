import { z } from 'zod'
import { type SjabloonBeheer, SjabloonInvoer } from '#contract/klantcontacten.ts'
import { leesDatum } from '../kalender/datumveld.ts'

/** Fields hold text: an empty one is "none", a date stands as people write it, a number as typed. */
export const SjabloonFormulier = z
  .looseObject({ geldigVan: z.string(), geldigTot: z.string(), termijnWerkdagen: z.union([z.string(), z.number()]) })
  .transform(({ geldigVan, geldigTot, termijnWerkdagen, ...rest }) => ({
    ...rest,
    geldigVan: geldigVan === '' ? null : (leesDatum(geldigVan) ?? geldigVan),
    geldigTot: geldigTot === '' ? null : (leesDatum(geldigTot) ?? geldigTot),
    termijnWerkdagen: termijnWerkdagen === '' ? null : Number(termijnWerkdagen),
  }))
  // What the fields hold is looser than what the contract takes: the contract is what checks it.
  .pipe(SjabloonInvoer as unknown as z.ZodType<z.output<typeof SjabloonInvoer>, Veldwaarden>)

type Veldwaarden = { geldigVan: string | null; geldigTot: string | null; termijnWerkdagen: number | null }

type Sjabloonvelden = Omit<z.output<typeof SjabloonInvoer>, 'geldigVan' | 'geldigTot' | 'termijnWerkdagen'> & {
  geldigVan: string
  geldigTot: string
  termijnWerkdagen: string | number
}

export function naarVelden(bron: SjabloonBeheer | undefined): Sjabloonvelden {
  if (!bron) return leeg
  const { id: _, versie: __, team, geldigVan, geldigTot, termijnWerkdagen, ...rest } = bron
  return {
    ...rest,
    teamId: team?.id ?? null,
    geldigVan: naarTekst(geldigVan),
    geldigTot: naarTekst(geldigTot),
    termijnWerkdagen: termijnWerkdagen ?? '',
  }
}

function naarTekst(datum: string | null): string {
  return datum === null ? '' : datum.split('-').reverse().join('-')
}

const leeg: Sjabloonvelden = {
  code: '',
  naam: '',
  type: 'vraag',
  detailsoort: '',
  kanaalCode: null,
  richting: null,
  onderwerpIds: [],
  toonInPortaal: false,
  taakAanmaken: false,
  belofte: true,
  teamId: null,
  taakSoort: '',
  taakOnderwerp: '',
  taakPrioriteit: 'normaal',
  termijnWerkdagen: '',
  notitietekst: '',
  bijlageVerplicht: false,
  rollen: [],
  geldigVan: '',
  geldigTot: '',
  actief: true,
}
