import { parseAllDocuments } from 'yaml'
import { z } from 'zod'
import { ZaakStatusCode } from '#contract/zaken.ts'
import type { Bestanden } from '../tables.ts'

const Gegevens = z.record(z.string(), z.unknown())

/** What must be so. What is not named may be anything; lists of names must all be there. */
const Verwacht = z.strictObject({
  klaar: z.boolean().optional(),
  status: ZaakStatusCode.optional(),
  wachtOp: z.enum(['klant', 'derde']).nullable().optional(),
  resultaat: z.string().optional(),
  /** Exactly these elements wait, in any order; events on an edge only when they are named. */
  wacht: z.array(z.string()).optional(),
  /** These were gone through, in this order. */
  stappen: z.array(z.string()).optional(),
  niet: z.array(z.string()).optional(),
  taken: z
    .array(
      z.strictObject({
        team: z.string().optional(),
        onderwerp: z.string().optional(),
        deadline: z.string().optional(),
        prioriteit: z.string().optional(),
        status: z.string().optional(),
      }),
    )
    .optional(),
  berichten: z.array(z.string()).optional(),
  documenten: z.array(z.string()).optional(),
  acties: z.array(z.string()).optional(),
  /** Decision → numbers of the rules that led to it, the last time. */
  beslissingen: z.record(z.string(), z.array(z.number())).optional(),
  gegevens: Gegevens.optional(),
  termijnen: z
    .array(z.strictObject({ naam: z.string(), uiterste: z.string().optional(), status: z.string().optional() }))
    .optional(),
  gestart: z.array(z.string()).optional(),
})
export type Verwacht = z.infer<typeof Verwacht>

/** How the world outside answers: by element, once or each time. */
const Antwoord = z.union([
  z.strictObject({ uitvoer: z.record(z.string(), z.unknown()) }),
  z.strictObject({ fout: z.strictObject({ code: z.string(), melding: z.string().default('') }) }),
])

const Stap = z.union([
  z.strictObject({ stap: z.string(), item: z.unknown().optional(), antwoorden: Gegevens.default({}) }),
  z.strictObject({ bericht: z.string(), gegevens: Gegevens.default({}) }),
  z.strictObject({ signaal: z.string(), gegevens: Gegevens.default({}) }),
  /** The clock moves on by a duration, or to a moment; timers go off on the way. */
  z.strictObject({ tijd: z.string() }),
  z.strictObject({ tot: z.string() }),
  z.strictObject({ actie: z.string(), uitvoer: Gegevens }),
  z.strictObject({ actie: z.string(), fout: z.strictObject({ code: z.string(), melding: z.string().default('') }) }),
  z.strictObject({ verwacht: Verwacht }),
])
export type ScenarioStap = z.infer<typeof Stap>

export const Scenario = z.strictObject({
  naam: z.string().min(3),
  gegeven: z.strictObject({
    nu: z.string(),
    antwoorden: Gegevens.default({}),
    /** Instead of what the database knows, for expressions: an eenheid that need not exist. */
    eenheid: Gegevens.optional(),
    /** Without a klant: somebody who is not known. */
    zonderKlant: z.boolean().default(false),
    /** Answers of actions outside; an action that is not named here waits for a step `actie`. */
    acties: z.record(z.string(), Antwoord).default({}),
    /** Other processes that it needs. */
    processen: z.array(z.string()).default([]),
  }),
  stappen: z.array(Stap).default([]),
  verwacht: Verwacht.default({}),
})
export type Scenario = z.infer<typeof Scenario>

/**
 * Every scenario of a folder; one file may hold several, with `---` between.
 * @throws a sentence naming the file
 */
export function leesScenarios(bestanden: Bestanden): { bestand: string; scenario: Scenario }[] {
  return Object.entries(bestanden)
    .filter(([pad]) => pad.startsWith('scenarios/'))
    .flatMap(([bestand, tekst]) =>
      parseAllDocuments(tekst).map((document, nummer) => {
        const [fout] = document.errors
        if (fout) throw new Error(`${bestand}: ${fout.message}`)
        // Dates stay text: the schema of YAML 1.2 knows none. Aliases could make a small file large.
        const gelezen = Scenario.safeParse(document.toJS({ maxAliasCount: 0 }))
        if (!gelezen.success) throw new Error(`${bestand}, scenario ${nummer + 1}: ${z.prettifyError(gelezen.error)}`)
        return { bestand, scenario: gelezen.data }
      }),
    )
}
