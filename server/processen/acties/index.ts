import { z } from 'zod'
import type { Actie } from './actie.ts'
import { afspraakBevestigen, afspraakVoorstellen } from './afspraken.ts'
import { berichtVersturen } from './berichtVersturen.ts'
import { contactmomentVastleggen } from './contactmoment.ts'
import { documentMaken } from './documentMaken.ts'
import { enqueteUitnodigen } from './enqueteUitnodigen.ts'
import { erpLezen, erpMuteren } from './erpActies.ts'
import { procesStarten } from './procesStarten.ts'
import { taakAanmaken } from './taakAanmaken.ts'
import { wachtenOp } from './wachtenOp.ts'
import { storingOpenen, zaakKoppelen, zaakLoskoppelen } from './zaakKoppelen.ts'
import { zaakStatus } from './zaakStatus.ts'
import { zaakZoekGelijke } from './zaakZoekGelijke.ts'
import { zakenTellen } from './zakenTellen.ts'

export { type Actie, NogNiet, type Plek } from './actie.ts'

/** THE LIST: a new action is one file and one line. */
const alle: Actie[] = [
  taakAanmaken,
  berichtVersturen,
  documentMaken,
  afspraakVoorstellen,
  afspraakBevestigen,
  erpLezen,
  erpMuteren,
  zaakStatus,
  zaakZoekGelijke,
  zaakKoppelen,
  zaakLoskoppelen,
  storingOpenen,
  enqueteUitnodigen,
  contactmomentVastleggen,
  procesStarten,
  wachtenOp,
  zakenTellen,
]

export const acties: ReadonlyMap<string, Actie> = new Map(alle.map((actie) => [actie.naam, actie]))

/** For the editor: written by the schemas themselves. */
export function beschrijfActies() {
  return alle.map(({ naam, label, uitleg, buiten = false, invoer, uitvoer, fouten = [] }) => ({
    naam,
    label,
    uitleg,
    buiten,
    invoer: schema(invoer, 'input'),
    uitvoer: schema(uitvoer, 'output'),
    fouten,
  }))
}

const schema = (type: z.ZodType, io: 'input' | 'output') =>
  z.toJSONSchema(type, { io, unrepresentable: 'any' }) as Record<string, unknown>
