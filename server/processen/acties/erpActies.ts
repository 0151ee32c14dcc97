import { z } from 'zod'
import { annuleerAfspraak, annuleerVanZaak, legAfspraakVast } from '#server/afspraken/index.ts'
import { type Erp, type ErpContext, ErpGeweigerd } from '#server/erp/index.ts'
import { actie } from './actie.ts'

type Lezer = (erp: Erp, ctx: ErpContext, id: string, overeenkomst: string) => Promise<unknown>
const lezers = {
  onderhoudsverzoek: (erp, ctx, id) => erp.onderhoudsverzoeken.haal(ctx, id),
  'onderhoudsverzoeken van eenheid': (erp, ctx, id) => erp.onderhoudsverzoeken.vanEenheid(ctx, id),
  /** What decides about a repair: earlier reports, parts with a warranty, and whether small repairs are insured. */
  'reparatiegegevens van eenheid': leesReparatie,
  onderhoudsorder: (erp, ctx, id) => erp.onderhoudsorders.haal(ctx, id),
  'onderhoudsorders van verzoek': (erp, ctx, id) => erp.onderhoudsorders.vanVerzoek(ctx, id),
  afspraak: (erp, ctx, id) => erp.afspraken.haal(ctx, id),
  huuropzegging: (erp, ctx, id) => erp.huuropzeggingen.haal(ctx, id),
  inspectierapporten: (erp, ctx, id) => erp.inspecties.rapportenVan(ctx, id),
  overeenkomst: (erp, ctx, id) => erp.overeenkomsten.haal(ctx, id),
  eenheid: (erp, ctx, id) => erp.eenheden.haal(ctx, id),
  boekingen: (erp, ctx, id) => erp.boekingen.vanOvereenkomst(ctx, id),
  debiteur: (erp, ctx, id) => erp.debiteuren.haal(ctx, id),
} satisfies Record<string, Lezer>

export const erpLezen = actie({
  naam: 'erp.lezen',
  label: 'Lezen uit het ERP',
  uitleg: 'Haalt gegevens uit het ERP, op nummer of code. Wat er niet is, is leeg (null).',
  buiten: true,
  invoer: z.strictObject({
    wat: z.enum(Object.keys(lezers) as [keyof typeof lezers]),
    id: z.coerce.string().min(1).max(100),
    /** Number of the contract, for what hangs on both. */
    overeenkomst: z.string().max(100).nullish(),
  }),
  uitvoer: z.strictObject({ gegevens: z.unknown() }),
  async voer(ctx, _, { wat, id, overeenkomst }, { erp }) {
    const lees: Lezer = lezers[wat]
    return { gegevens: jsonVan(await lees(erp, ctx, id, overeenkomst ?? '')) }
  },
})

async function leesReparatie(erp: Erp, ctx: ErpContext, eenheidCode: string, nummer: string) {
  const [verzoeken, onderdelen, contract] = await Promise.all([
    erp.onderhoudsverzoeken.vanEenheid(ctx, eenheidCode),
    erp.eenheden.onderdelen(ctx, eenheidCode).catch(nietGeleverd),
    nummer ? erp.overeenkomsten.haal(ctx, nummer).catch(nietGeleverd) : undefined,
  ])
  return { verzoeken, onderdelen: onderdelen ?? [], prijscomponenten: contract?.prijscomponenten ?? null }
}

/** Not every ERP has this part of the standard; the reports of the home are still worth having. */
function nietGeleverd(error: unknown): undefined {
  if (!(error instanceof ErpGeweigerd)) throw error
}

type Schrijver = (erp: Erp, ctx: ErpContext, sleutel: string, wat: { id: string; gegevens: never }) => Promise<unknown>
/** The port types what goes in; the process gives it as data, and the adapter checks it against the standard. */
const schrijvers = {
  'onderhoudsverzoek maken': (erp, ctx, sleutel, { gegevens }) => erp.onderhoudsverzoeken.maak(ctx, sleutel, gegevens),
  'onderhoudsverzoek annuleren': (erp, ctx, sleutel, { id, gegevens }) =>
    erp.onderhoudsverzoeken.annuleer(ctx, sleutel, id, String((gegevens as { reden?: string }).reden ?? '')),
  'afspraak verzetten': (erp, ctx, sleutel, { id, gegevens }) => erp.afspraken.verzet(ctx, sleutel, id, gegevens),
  'afspraak annuleren': (erp, ctx, sleutel, { id, gegevens }) =>
    erp.afspraken.annuleer(ctx, sleutel, id, String((gegevens as { reden?: string }).reden ?? '')),
  'huuropzegging maken': (erp, ctx, sleutel, { gegevens }) => erp.huuropzeggingen.maak(ctx, sleutel, gegevens),
  'huuropzegging wijzigen': (erp, ctx, sleutel, { id, gegevens }) =>
    erp.huuropzeggingen.wijzig(ctx, sleutel, id, gegevens),
  'inspectie plannen': (erp, ctx, sleutel, { gegevens }) => erp.inspecties.plan(ctx, sleutel, gegevens),
  'inspectierapport maken': (erp, ctx, sleutel, { gegevens }) => erp.inspecties.maakRapport(ctx, sleutel, gegevens),
  'overeenkomst wijzigen': (erp, ctx, sleutel, { id, gegevens }) =>
    erp.overeenkomsten.wijzig(ctx, sleutel, id, gegevens),
  'boeking maken': (erp, ctx, sleutel, { gegevens }) => erp.boekingen.maak(ctx, sleutel, gegevens),
} satisfies Record<string, Schrijver>

export const erpMuteren = actie({
  naam: 'erp.muteren',
  label: 'Wijzigen in het ERP',
  uitleg:
    'Schrijft naar het ERP, precies één keer: een herhaling heeft dezelfde sleutel. Een weigering van het ERP is een fout met zijn code.',
  buiten: true,
  invoer: z.strictObject({
    wat: z.enum(Object.keys(schrijvers) as [keyof typeof schrijvers]),
    /** Of what is changed; not for what is made. */
    id: z.coerce.string().max(100).default(''),
    gegevens: z.record(z.string(), z.unknown()).default({}),
  }),
  uitvoer: z.strictObject({ gegevens: z.unknown() }),
  fouten: [
    { code: 'BEZET', uitleg: 'Het moment is net door een ander gekozen.' },
    { code: 'INTUSSEN-GEWIJZIGD', uitleg: 'Iemand anders wijzigde dit in het ERP.' },
    { code: 'NIET-GEVONDEN', uitleg: 'Het ERP kent dit niet.' },
  ],
  async voer(ctx, { sleutel }, { wat, id, gegevens }, { erp }) {
    const schrijf: Schrijver = schrijvers[wat]
    return { gegevens: jsonVan(await schrijf(erp, ctx, sleutel, { id, gegevens: zonderLeeg(gegevens) as never })) }
  },
  async legVast(w, { zaak }, { gegevens }, { wat, id, gegevens: gevraagd }) {
    if (wat === 'afspraak annuleren') return annuleerAfspraak(w, zaak.id, id)
    if (wat === 'onderhoudsverzoek annuleren') return annuleerVanZaak(w, zaak.id)
    const gepland =
      wat === 'inspectie plannen' || wat === 'afspraak verzetten' ? Gepland.safeParse(gegevens) : undefined
    if (!gepland?.success) return
    const { onderwerp, inspecteur, uitvoerder, begin, eind } = gepland.data
    const soort = gepland.data.soort ?? Inspectiesoort.safeParse(gevraagd['soort']).data
    await legAfspraakVast(w, {
      zaak,
      externId: gepland.data.id,
      titel: (soort && inspectienamen[soort]) || onderwerp || undefined,
      begin: new Date(begin),
      eind: new Date(eind),
      met: (inspecteur ?? uitvoerder)?.naam,
      herinneren: false,
    })
  },
})

/** What the ERP answers to a plan: an inspection, or another appointment that was moved. */
const Wie = z.looseObject({ naam: z.string() }).nullish()
const Inspectiesoort = z.enum(['voor', 'eind'])
const Gepland = z.looseObject({
  id: z.string(),
  begin: z.iso.datetime({ offset: true }),
  eind: z.iso.datetime({ offset: true }),
  soort: Inspectiesoort.optional().catch(undefined),
  onderwerp: z.string().nullish(),
  inspecteur: Wie,
  uitvoerder: Wie,
})
const inspectienamen = { voor: 'Voorinspectie', eind: 'Eindinspectie' }

/** A process knows only null for what is not there; the port leaves it out. */
function zonderLeeg(waarde: unknown): unknown {
  if (Array.isArray(waarde)) return waarde.map(zonderLeeg)
  if (typeof waarde !== 'object' || waarde === null) return waarde
  const delen = Object.entries(waarde).filter(([, deel]) => deel !== null && deel !== undefined)
  return Object.fromEntries(delen.map(([naam, deel]) => [naam, zonderLeeg(deel)]))
}

/** Without what JSON does not know: undefined is null. */
const jsonVan = (waarde: unknown): unknown => JSON.parse(JSON.stringify(waarde ?? null))
