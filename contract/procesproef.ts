import { z } from 'zod'
import { Bericht } from './berichten.ts'
import { endpoint } from './endpoint.ts'
import { Formulierdefinitie } from './formulieren.ts'
import { ProcesVersie } from './procesbeheer.ts'
import { ActieStatus, Proces, ZaakProces } from './processen.ts'
import { TaakStatus } from './taken.ts'
import { Id, IdParams, Moment, regel } from './vormen.ts'
import { TermijnSoort, TermijnStatus, WachtOp, ZaakStatusCode } from './zaken.ts'

/** Rehearsing a process: an example with a clock of its own, of which nothing stays. The same words as a scenario. */
const Gegevens = z.record(z.string().max(200), z.unknown())
const Tijdstip = z
  .string()
  .max(40)
  .refine((waarde) => !Number.isNaN(Date.parse(waarde)), 'Schrijf een tijdstip als 2026-11-23T10:00:00+01:00.')
const Element = z.string().min(1).max(200)
const Fout = z.strictObject({ code: z.string().min(1).max(100), melding: z.string().max(1000).default('') })

/** How the world outside answers an action. */
export const Proefantwoord = z.union([z.strictObject({ uitvoer: Gegevens }), z.strictObject({ fout: Fout })])

export const Proefstart = z.strictObject({
  nu: Tijdstip,
  antwoorden: Gegevens.default({}),
  /** Instead of what the database knows, for expressions: an eenheid that need not exist. */
  eenheid: Gegevens.optional(),
  /** In the same way the contract, with its huurders and medehuurders. */
  overeenkomst: Gegevens.optional(),
  /** Without a klant: somebody who is not known. */
  zonderKlant: z.boolean().default(false),
  /** Begun by another process, which knew less than the form asks. */
  onvolledig: z.boolean().optional(),
  /** By element, each time; an action that is not named here waits for a step `actie`. */
  acties: z.record(z.string().max(200), Proefantwoord).default({}),
  /** Through what it came in: a form is another thing than a call. */
  kanaal: z.string().max(40).optional(),
  /** Other processes that it needs. */
  processen: z.array(Proces).max(20).default([]),
})
export type Proefstart = z.infer<typeof Proefstart>

const duur = /^P(?=\d|T\d)(\d{1,4}Y)?(\d{1,4}M)?(\d{1,4}W)?(\d{1,5}D)?(T(?=\d)(\d{1,5}H)?(\d{1,6}M)?(\d{1,7}S)?)?$/
export const Proefstap = z.union([
  z.strictObject({
    stap: Element,
    item: z.unknown().optional(),
    antwoorden: Gegevens.default({}),
    /** The form does not take these answers: the fields that it points at. */
    geweigerd: z.array(z.string().max(100)).optional(),
  }),
  z.strictObject({ bericht: Element, gegevens: Gegevens.default({}) }),
  z.strictObject({ signaal: Element, gegevens: Gegevens.default({}) }),
  /** The clock moves on by a duration, or to a moment; timers go off on the way. */
  z.strictObject({ tijd: z.string().regex(duur, 'Schrijf een duur als P3D, PT2H of P1M.') }),
  z.strictObject({ tot: Tijdstip }),
  z.strictObject({ actie: Element, uitvoer: Gegevens }),
  z.strictObject({ actie: Element, fout: Fout }),
])
export type Proefstap = z.infer<typeof Proefstap>

export const maxProefstappen = 200

export const Proefverzoek = z.strictObject({
  start: Proefstart,
  stappen: z.array(Proefstap).max(maxProefstappen, `Een proef heeft hoogstens ${maxProefstappen} stappen.`).default([]),
})
export type Proefverzoek = z.infer<typeof Proefverzoek>

export const Proefactie = z.object({
  id: Id,
  element: z.string(),
  stap: z.string(),
  soort: z.string(),
  naam: z.string(),
  status: ActieStatus,
  invoer: Gegevens,
  uitvoer: Gegevens.nullable(),
  fout: z.string(),
  foutCode: z.string(),
})
export type Proefactie = z.infer<typeof Proefactie>

export const Proefstand = z.object({
  /** What the clock of the rehearsal says. */
  nu: Moment,
  /** Steps that were done: fewer than were sent when one of them was refused. */
  gedaan: z.int(),
  /** Why the next step, or the start, was refused; what follows is how it was before. */
  fout: z
    .object({ melding: z.string(), velden: z.array(z.object({ naam: z.string(), melding: z.string() })) })
    .nullable(),
  /** `null`: it did not begin. */
  proces: ZaakProces.omit({ bpmn: true }).nullable(),
  zaak: z
    .object({
      nummer: z.string(),
      omschrijving: z.string(),
      status: ZaakStatusCode,
      statusNaam: z.string(),
      wachtOp: WachtOp.nullable(),
      resultaat: z.string().nullable(),
      resultaatNaam: z.string(),
    })
    .nullable(),
  acties: z.array(Proefactie),
  berichten: z.array(Bericht.pick({ id: true, kanaal: true, aan: true, onderwerp: true, tekst: true })),
  taken: z.array(
    z.object({
      onderwerp: z.string(),
      team: z.string(),
      deadline: z.string().nullable(),
      prioriteit: z.string(),
      status: TaakStatus,
    }),
  ),
  termijnen: z.array(
    z.object({ naam: z.string(), soort: TermijnSoort, uitersteOp: z.string(), status: TermijnStatus }),
  ),
})
export type Proefstand = z.infer<typeof Proefstand>

export const getProef = endpoint({
  method: 'GET',
  path: '/api/beheer/procesversies/:id/proef',
  summary: 'What a rehearsal of a version begins with: its first form, and its scenarios to play step by step.',
  recht: 'beheer.processen',
  params: IdParams,
  response: z.object({
    formulier: Formulierdefinitie.nullable(),
    /** What conditions of the form may use besides the answers. */
    context: z.record(z.string(), z.unknown()),
    scenarios: z.array(
      z.object({
        bestand: z.string(),
        /** Which of the file, from 1. */
        nummer: z.int(),
        naam: z.string(),
        start: Proefstart,
        stappen: z.array(Proefstap),
      }),
    ),
  }),
})
export type Proefscenario = z.infer<(typeof getProef)['response']>['scenarios'][number]

export const draaiProef = endpoint({
  method: 'POST',
  path: '/api/beheer/procesversies/:id/proef',
  summary: 'Play an example as far as these steps and tell where it stands then; nothing of it stays.',
  recht: 'beheer.processen',
  params: IdParams,
  body: Proefverzoek,
  response: Proefstand,
})

export const bewaarScenario = endpoint({
  method: 'POST',
  path: '/api/beheer/procesversies/:id/proef/scenario',
  summary: 'Keep a rehearsal in a draft as a scenario that expects what was seen.',
  recht: 'beheer.processen',
  params: IdParams,
  body: Proefverzoek.extend({ naam: regel(200, 3) }),
  response: ProcesVersie,
  ifMatch: true,
})
