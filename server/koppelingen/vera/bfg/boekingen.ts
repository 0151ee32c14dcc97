import { z } from 'zod'
import type { Boeking, Debiteur, Erp } from '#server/erp/index.ts'
import type { Resource, Vera } from '../vera.ts'
import { alsCode, bedrag, code, dag, gevuld, inEuro, Sleutels, sleutels, wel } from '../waarden.ts'

const Boekingbericht = z.object({
  ...sleutels,
  id: z.string(),
  soort: z.object({ code: z.string() }).transform((each) => each.code),
  detailSoort: code,
  omschrijving: wel(z.string()),
  overeenkomst: wel(Sleutels),
  boekdatum: wel(dag),
  vervaldatum: wel(dag),
  bedrag,
  saldo: wel(bedrag),
  betalingskenmerk: wel(z.string()),
})

const boekingresource: Resource<z.output<typeof Boekingbericht>> = {
  keten: 'bfg',
  pad: 'boekingen',
  naam: 'boekingen',
  bericht: Boekingbericht,
}

export function boekingen(vera: Vera): Erp['boekingen'] {
  return {
    async vanOvereenkomst(ctx, nummer) {
      const filter = { 'overeenkomst.code': nummer }
      const berichten = await vera.lijst(ctx, boekingresource, filter, (each) => each.overeenkomst?.code === nummer, {
        hoogstens: 2_000,
      })
      return berichten
        .map(boekingVan)
        .sort((a, b) => (b.boekdatum ?? '').localeCompare(a.boekdatum ?? ''))
        .slice(0, 500)
    },
    async maak(ctx, sleutel, nieuw) {
      const bericht = gevuld({
        soort: alsCode(nieuw.soort),
        detailSoort: alsCode(nieuw.detailsoort),
        omschrijving: nieuw.omschrijving,
        overeenkomst: { code: nieuw.overeenkomstNummer },
        debiteur: nieuw.relatienummer === undefined ? undefined : { relatie: { code: nieuw.relatienummer } },
        boekdatum: nieuw.boekdatum,
        vervaldatum: nieuw.vervaldatum,
        bedrag: inEuro(nieuw.bedragCent),
        boekingdetails: nieuw.regels?.map(({ omschrijving, bedragCent }) => ({
          omschrijving,
          bedrag: inEuro(bedragCent),
        })),
      })
      return boekingVan((await vera.maak(ctx, boekingresource, sleutel, bericht)).bericht)
    },
  }
}

function boekingVan(bericht: z.output<typeof Boekingbericht>): Boeking {
  return {
    id: bericht.id,
    nummer: bericht.code ?? bericht.id,
    soort: bericht.soort,
    detailsoort: bericht.detailSoort,
    omschrijving: bericht.omschrijving ?? '',
    overeenkomstNummer: bericht.overeenkomst?.code,
    boekdatum: bericht.boekdatum,
    vervaldatum: bericht.vervaldatum,
    bedragCent: bericht.bedrag,
    saldoCent: bericht.saldo ?? 0,
    betalingskenmerk: bericht.betalingskenmerk,
  }
}

const Debiteurbericht = z.object({
  ...sleutels,
  id: z.string(),
  status: code,
  relatie: wel(Sleutels),
  saldo: wel(bedrag),
})

const debiteurresource: Resource<z.output<typeof Debiteurbericht>> = {
  keten: 'bfg',
  pad: 'debiteuren',
  naam: 'debiteuren',
  bericht: Debiteurbericht,
}

export function debiteuren(vera: Vera): Erp['debiteuren'] {
  return {
    async haal(ctx, relatienummer): Promise<Debiteur | undefined> {
      const filter = { 'relatie.code': relatienummer }
      const [bericht] = await vera.lijst(
        ctx,
        debiteurresource,
        filter,
        (each) => each.relatie?.code === relatienummer,
        {
          hoogstens: 1,
        },
      )
      return (
        bericht && {
          id: bericht.id,
          nummer: bericht.code ?? bericht.id,
          relatienummer: bericht.relatie?.code,
          status: bericht.status,
          saldoCent: bericht.saldo ?? 0,
        }
      )
    },
  }
}
