import { z } from 'zod'
import type { Persoonskort } from '#server/erp/index.ts'
import { lijst, sleutels, wel } from '../waarden.ts'

/** The people of an appointment or an order: the one who comes. */
export const Relaties = lijst(
  z.object({
    ...sleutels,
    aanschrijfnaam: wel(z.string()),
    voornaam: wel(z.string()),
    roepnaam: wel(z.string()),
    tussenvoegsels: wel(z.string()),
    achternaam: wel(z.string()),
    naam: wel(z.string()),
    contactgegevens: lijst(z.object({ waarde: wel(z.string()), soort: wel(z.object({ code: wel(z.string()) })) })),
  }),
)
export type Relaties = z.output<typeof Relaties>

export function uitvoerderVan(relaties: Relaties): Persoonskort | undefined {
  const [relatie] = relaties
  if (!relatie) return undefined
  const { roepnaam, voornaam, tussenvoegsels, achternaam } = relatie
  const samen = [roepnaam ?? voornaam, tussenvoegsels, achternaam].filter(Boolean).join(' ')
  const naam = samen || relatie.aanschrijfnaam || relatie.naam
  const telefoon = relatie.contactgegevens.find(({ soort }) => soort?.code !== 'EMA')?.waarde
  return naam ? { naam, telefoon } : undefined
}
