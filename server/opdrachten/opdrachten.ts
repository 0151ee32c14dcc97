import { backup } from './backup.ts'
import { demo } from './demo.ts'
import { doctor } from './doctor.ts'
import { gebruiker } from './gebruiker.ts'
import { herstel } from './herstel.ts'
import { importeer } from './importeer.ts'
import type { Opdracht } from './opdracht.ts'
import { organisatie } from './organisatie.ts'
import { token } from './token.ts'
import { zoekindex } from './zoekindex.ts'

/** The command line, in the order of the overview. */
export const opdrachten: readonly Opdracht[] = [
  gebruiker,
  organisatie,
  token,
  importeer,
  demo,
  doctor,
  backup,
  herstel,
  zoekindex,
]
