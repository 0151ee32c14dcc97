import * as contract from '#contract/portaal/gegevens.ts'
import { formatTelefoon } from '#contract/regels/telefoonweergave.ts'
import { notFound } from '#server/platform/errors.ts'
import type { FileStore } from '#server/platform/files/fileStore.ts'
import { openStored, sendDownload } from '#server/platform/files/sendDownload.ts'
import { logVerwerking } from '#server/platform/verwerkingenlog/log.ts'
import { zetVoorkeurstaal } from '#server/relaties/index.ts'
import type { KlantHttp } from '../http.ts'
import { alsSysteem } from '../http.ts'
import { eisDomein } from '../toegang/toegang.ts'
import { beginAdreswijziging, bevestigAdreswijziging, verwijderAdres } from './adreswijziging.ts'
import { eisExport, verwijderExport, vraagExport } from './export/maakExport.ts'
import { listInzagen } from './inzagen.ts'
import { leesGegevens, presentExport, verzamelGegevens } from './leesGegevens.ts'
import { biedMachtiging, neemAanbodAan, trekAanbodIn, trekMachtigingIn } from './machtigingen.ts'
import { meldHuishouden, vraagRekeningnummer } from './meldingen.ts'

export function gegevensRoutes(klant: KlantHttp, { files, geheim }: { files: FileStore; geheim: string }): void {
  klant.read(contract.getGegevens, ({ ctx, toegang }) => leesGegevens(ctx, toegang))
  klant.write(contract.changeTaal, async ({ body, w, toegang }) => {
    eisDomein(toegang, 'gegevens')
    await zetVoorkeurstaal(alsSysteem(w), toegang.partijId, body.taal === 'nl' ? 'nld' : 'eng')
    return verzamelGegevens(w, toegang)
  })
  adresRoutes(klant, geheim)
  machtigingRoutes(klant)
  klant.write(contract.meldHuishouden, async ({ body, w, toegang }) => ({
    contactId: await meldHuishouden(w, toegang, body),
  }))
  klant.write(contract.vraagRekeningnummer, async ({ body, w, toegang }) => ({
    contactId: await vraagRekeningnummer(w, toegang, body),
  }))
  klant.read(contract.listInzagen, ({ query, ctx, toegang }) => listInzagen(ctx, toegang, query))
  exportRoutes(klant, files)
}

function adresRoutes(klant: KlantHttp, geheim: string): void {
  klant.write(contract.beginAdreswijziging, async ({ body, w, toegang }) => {
    const row = await beginAdreswijziging(w, toegang, body)
    return {
      id: row.id,
      soort: row.soort,
      adres: row.soort === 'telefoonnummer' ? formatTelefoon(row.genormaliseerd) : row.adres,
      naar: row.kanaal === 'sms' ? formatTelefoon(row.aan) : row.aan,
      geldigTot: row.geldig_tot.toISOString(),
    }
  })
  klant.write(contract.bevestigAdreswijziging, async ({ params, body, w, toegang }) => {
    const uitslag = await bevestigAdreswijziging(w, toegang, { ...params, ...body, geheim })
    return { uitslag, gegevens: uitslag === 'goed' ? await verzamelGegevens(w, toegang) : null }
  })
  klant.write(contract.removeEigenAdres, async ({ params, versie, w, toegang }) => {
    await verwijderAdres(w, toegang, { ...params, versie })
    return verzamelGegevens(w, toegang)
  })
}

function machtigingRoutes(klant: KlantHttp): void {
  klant.write(contract.biedMachtiging, async ({ body, w, toegang }) => {
    await biedMachtiging(w, toegang, body)
    return verzamelGegevens(w, toegang)
  })
  klant.write(contract.neemAanbodAan, async ({ params, w, toegang }) => {
    await neemAanbodAan(w, toegang, params.id)
    return verzamelGegevens(w, toegang)
  })
  klant.write(contract.trekAanbodIn, async ({ params, w, toegang }) => {
    await trekAanbodIn(w, toegang, params.id)
    return verzamelGegevens(w, toegang)
  })
  klant.write(contract.trekMachtigingIn, async ({ params, versie, w, toegang }) => {
    await trekMachtigingIn(w, toegang, { ...params, versie })
    return verzamelGegevens(w, toegang)
  })
}

function exportRoutes(klant: KlantHttp, files: FileStore): void {
  klant.write(contract.vraagExport, async ({ w, toegang }) => presentExport(await vraagExport(w, toegang)))
  klant.raw(contract.downloadExport, async ({ params, ctx, reply, toegang }) => {
    const row = await eisExport(ctx, toegang, params.id)
    const { opslagsleutel, omvang } = row
    if (row.status !== 'klaar' || !opslagsleutel || omvang === null) throw notFound()
    const inhoud = await openStored(files, { opslagsleutel })
    await logVerwerking(ctx, {
      actie: 'exporteren',
      doel: 'Kopie van eigen gegevens ophalen',
      objectSoort: 'partij',
      objectId: toegang.partijId,
      partijIds: [toegang.partijId],
    })
    const bestand = { bestandsnaam: 'uw-gegevens.zip', mediatype: 'application/zip', omvang: Number(omvang) }
    return sendDownload(reply, bestand, inhoud)
  })
  klant.write(contract.removeExport, async ({ params, w, toegang }) => {
    await verwijderExport(w, toegang, params.id)
    return undefined
  })
}
