import { z } from 'zod'
import { type SjabloonBeheer, SjabloonInvoer } from '#contract/klantcontacten.ts'

/** Fields hold text: an empty one is "none", a number stands as typed. */
export const SjabloonFormulier = z
  .looseObject({ termijnWerkdagen: z.union([z.string(), z.number()]) })
  .transform(({ termijnWerkdagen, ...rest }) => ({
    ...rest,
    termijnWerkdagen: termijnWerkdagen === '' ? null : Number(termijnWerkdagen),
  }))
  // What the fields hold is looser than what the contract takes: the contract is what checks it.
  .pipe(SjabloonInvoer as unknown as z.ZodType<z.output<typeof SjabloonInvoer>, Veldwaarden>)

type Veldwaarden = { termijnWerkdagen: number | null }

type Sjabloonvelden = Omit<z.output<typeof SjabloonInvoer>, 'termijnWerkdagen'> & {
  termijnWerkdagen: string | number
}

export function naarVelden(bron: SjabloonBeheer | undefined): Sjabloonvelden {
  if (!bron) return leeg
  const { id: _, versie: __, team, termijnWerkdagen, ...rest } = bron
  return {
    ...rest,
    teamId: team?.id ?? null,
    termijnWerkdagen: termijnWerkdagen ?? '',
  }
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
  geldigVan: null,
  geldigTot: null,
  actief: true,
}
