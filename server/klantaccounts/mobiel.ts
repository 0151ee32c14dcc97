import { smsKan } from '#server/berichten/index.ts'
import { dagVan } from '#server/platform/clock.ts'
import type { ReadContext } from '#server/platform/http/context.ts'
import { laadPartij } from '#server/relaties/index.ts'

const dag = 24 * 3_600_000
/** Who takes over a mailbox must not be able to add his own telephone and pass with it at once. */
const bekendDagen = 7

/** The mobile number for the second step: checked, or known to us for a week; undefined too where no sms can be sent. */
export async function mobielVan(
  ctx: Pick<ReadContext, 'db' | 'now' | 'organisatie'>,
  partijId: string,
): Promise<string | undefined> {
  if (!smsKan(ctx.organisatie)) return undefined
  const vandaag = dagVan(ctx.now)
  const sinds = dagVan(new Date(ctx.now.getTime() - bekendDagen * dag))
  const { digitaleAdressen } = await laadPartij(ctx.db, partijId)
  return digitaleAdressen
    .filter(
      (each) =>
        each.soort === 'telefoonnummer' &&
        /^\+(?:316|(?!31))/.test(each.genormaliseerd) &&
        (each.einddatum === null || each.einddatum >= vandaag) &&
        (each.verificatie_datum !== null || each.begindatum <= sinds),
    )
    .sort((a, b) => Number(b.voorkeur) - Number(a.voorkeur) || Number(b.is_standaard) - Number(a.is_standaard))[0]
    ?.genormaliseerd
}
