import { z } from 'zod'
import { legAfspraakVast } from '#server/afspraken/index.ts'
import { actie } from './actie.ts'

const Optie = z.looseObject({ id: z.string(), begin: z.string(), eind: z.string(), score: z.number().default(0) })
const Afspraak = z.looseObject({ id: z.string(), begin: z.string(), eind: z.string(), status: z.string() })
/** Who comes, when the ERP says so. */
const Uitvoerder = z.looseObject({ uitvoerder: z.looseObject({ naam: z.string() }).nullish() })
const code = z.string().max(100)

/** "wo 25 november 08:00–10:00", on the clock of the Netherlands. */
const momentTekst = ({ begin, eind }: { begin: string; eind: string }) =>
  `${dag.format(new Date(begin))} ${uur.format(new Date(begin))}–${uur.format(new Date(eind))}`
const zone = { timeZone: 'Europe/Amsterdam' } as const
const dag = new Intl.DateTimeFormat('nl-NL', { ...zone, weekday: 'short', day: 'numeric', month: 'long' })
const uur = new Intl.DateTimeFormat('nl-NL', { ...zone, hour: '2-digit', minute: '2-digit' })

export const afspraakVoorstellen = actie({
  naam: 'afspraak.voorstellen',
  label: 'Afspraakmogelijkheden ophalen',
  uitleg: 'Vraagt het ERP welke momenten vrij zijn. De beste staan vooraan.',
  buiten: true,
  invoer: z.strictObject({
    verzoekId: code.optional(),
    eenheidCode: code.optional(),
    specialisme: code.optional(),
    duur: code.optional(),
    vanaf: z.string().optional(),
    tot: z.string().optional(),
    dagdelen: z.array(z.enum(['OCH', 'MID', 'AVO'])).optional(),
    hoogstens: z.number().int().min(1).max(20).optional(),
  }),
  uitvoer: z.strictObject({ opties: z.array(Optie) }),
  async voer(ctx, _, vraag, { erp }) {
    const opties = await erp.afspraakOpties(ctx, vraag)
    return { opties: opties.map((optie) => ({ ...optie, label: momentTekst(optie) })) }
  },
})

export const afspraakBevestigen = actie({
  naam: 'afspraak.bevestigen',
  label: 'Afspraak boeken',
  uitleg:
    'Boekt het gekozen moment in het ERP. Is het net bezet, dan komt fout BEZET met andere momenten (fout.opties).',
  buiten: true,
  invoer: z.strictObject({
    verzoekId: code,
    optie: Optie,
    onderwerp: z.string().max(200).optional(),
    /** An earlier one for the same: as long as it stands it is moved, for the ERP books no second one beside it. */
    afspraakId: code.nullable().default(null),
    /** On the working day before, in words of Rondom; false when the process reminds the klant itself. */
    herinneren: z.boolean().default(false),
  }),
  uitvoer: z.strictObject({ afspraak: Afspraak }),
  fouten: [{ code: 'BEZET', uitleg: 'Een ander koos dit moment net; fout.opties bevat wat nog vrij is.' }],
  async voer(ctx, { sleutel }, { verzoekId, optie, onderwerp, afspraakId }, { erp }) {
    const { id, begin, eind, score } = optie
    const gekozen = { ...optie, id, begin, eind, score, specialisme: undefined, uitvoerder: undefined }
    const eerder = afspraakId ? await erp.afspraken.haal(ctx, afspraakId) : undefined
    const afspraak =
      eerder?.status === 'GEP'
        ? await erp.afspraken.verzet(ctx, sleutel, eerder.id, gekozen)
        : await erp.afspraken.boek(ctx, sleutel, { verzoekId, optie: gekozen, onderwerp })
    return { afspraak: { ...afspraak } }
  },
  async legVast(w, { zaak }, { afspraak }, { verzoekId, onderwerp, herinneren }) {
    await legAfspraakVast(w, {
      zaak,
      externId: afspraak.id,
      verzoekId,
      titel: onderwerp || zaak.omschrijving || zaak.zaaktype_naam,
      begin: new Date(afspraak.begin),
      eind: new Date(afspraak.eind),
      met: Uitvoerder.safeParse(afspraak).data?.uitvoerder?.naam,
      herinneren,
    })
  },
})
