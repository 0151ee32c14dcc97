import * as contract from '#contract/relaties.ts'
import type { Http } from '#server/platform/http/handle.ts'
import { logVerwerking } from '#server/platform/verwerkingenlog/log.ts'
import { leesBsn, wisBsn, zetBsn } from './bsn/bsn.ts'
import { laadPartij } from './laadPartij.ts'
import * as bereikbaar from './onderdelen/bereikbaar.ts'
import * as betrekkingen from './onderdelen/betrekkingen.ts'
import { endOnderdeel } from './onderdelen/onderdeel.ts'
import { presentPartij } from './present.ts'
import { registerPartij } from './registerPartij.ts'
import { wijzigPartij } from './wijzigPartij.ts'

export function partijRoutes(http: Http): void {
  http.read(contract.leesPartij, async ({ params, ctx }) => {
    const geheel = await laadPartij(ctx.db, params.id)
    await logVerwerking(ctx, {
      actie: 'inzien',
      doel: 'Klant helpen',
      objectSoort: 'partij',
      objectId: params.id,
      partijIds: [params.id],
    })
    return presentPartij(geheel)
  })
  http.write(contract.maakPartij, async ({ body, w }) => {
    const partij = await registerPartij(w, body)
    return presentPartij(await laadPartij(w.db, partij.id))
  })
  http.write(contract.wijzigPartij, async ({ params, body, versie, w }) =>
    presentPartij(await wijzigPartij(w, params.id, versie, body)),
  )
}

export function onderdeelRoutes(http: Http): void {
  http.write(contract.maakDigitaalAdres, async ({ params, body, w }) =>
    presentPartij(await bereikbaar.addDigitaalAdres(w, params.id, body)),
  )
  http.write(contract.wijzigDigitaalAdres, async ({ params, body, versie, w }) =>
    presentPartij(await bereikbaar.changeDigitaalAdres(w, { ...params, versie }, body)),
  )
  http.write(contract.beeindigDigitaalAdres, async ({ params, versie, w }) =>
    presentPartij(await endOnderdeel(w, 'digitaal_adres', { ...params, versie })),
  )
  http.write(contract.maakAdres, async ({ params, body, w }) =>
    presentPartij(await bereikbaar.addAdres(w, params.id, body)),
  )
  http.write(contract.wijzigAdres, async ({ params, body, versie, w }) =>
    presentPartij(await bereikbaar.changeAdres(w, { ...params, versie }, body)),
  )
  http.write(contract.beeindigAdres, async ({ params, versie, w }) =>
    presentPartij(await endOnderdeel(w, 'partij_adres', { ...params, versie })),
  )
  http.write(contract.maakRekeningnummer, async ({ params, body, w }) =>
    presentPartij(await bereikbaar.addRekeningnummer(w, params.id, body)),
  )
  http.write(contract.wijzigRekeningnummer, async ({ params, body, versie, w }) =>
    presentPartij(await bereikbaar.changeRekeningnummer(w, { ...params, versie }, body)),
  )
  http.write(contract.beeindigRekeningnummer, async ({ params, versie, w }) =>
    presentPartij(await endOnderdeel(w, 'rekeningnummer', { ...params, versie })),
  )
  http.write(contract.maakRol, async ({ params, body, w }) =>
    presentPartij(await betrekkingen.addRol(w, params.id, body)),
  )
  http.write(contract.wijzigRol, async ({ params, body, versie, w }) =>
    presentPartij(await betrekkingen.changeRol(w, { ...params, versie }, body)),
  )
  http.write(contract.beeindigRol, async ({ params, versie, w }) =>
    presentPartij(await endOnderdeel(w, 'partij_rol', { ...params, versie })),
  )
  http.write(contract.maakVertegenwoordiging, async ({ params, body, w }) =>
    presentPartij(await betrekkingen.addVertegenwoordiging(w, params.id, body)),
  )
  http.write(contract.wijzigVertegenwoordiging, async ({ params, body, versie, w }) =>
    presentPartij(await betrekkingen.changeVertegenwoordiging(w, { ...params, versie }, body)),
  )
  http.write(contract.beeindigVertegenwoordiging, async ({ params, versie, w }) =>
    presentPartij(await endOnderdeel(w, 'vertegenwoordiging', { ...params, versie })),
  )
  http.write(contract.maakSignalering, async ({ params, body, w }) =>
    presentPartij(await betrekkingen.addSignalering(w, params.id, body)),
  )
  http.write(contract.wijzigSignalering, async ({ params, body, versie, w }) =>
    presentPartij(await betrekkingen.changeSignalering(w, { ...params, versie }, body)),
  )
  http.write(contract.beeindigSignalering, async ({ params, versie, w }) =>
    presentPartij(await endOnderdeel(w, 'signalering', { ...params, versie })),
  )
}

export function bsnRoutes(http: Http): void {
  http.read(contract.leesBsn, async ({ params, ctx }) => ({ bsn: (await leesBsn(ctx, params.id)) ?? null }))
  http.write(contract.zetBsn, async ({ params, body, w }) => {
    await zetBsn(w, params.id, body.bsn)
    return undefined
  })
  http.write(contract.wisBsn, async ({ params, w }) => {
    await wisBsn(w, params.id)
    return undefined
  })
}
