import { z } from 'zod'

/** What a mandate can cover. Somebody acting for himself may do all of it. */
export const domeinen = ['reparaties', 'huur', 'betalen', 'klachten', 'contact', 'gegevens'] as const
export const Domein = z.enum(domeinen)
export type Domein = z.infer<typeof Domein>

export const domeinNamen: Record<Domein, string> = {
  reparaties: 'Reparaties',
  huur: 'Huurcontract',
  betalen: 'Betalen',
  klachten: 'Klachten',
  contact: 'Vragen en berichten',
  gegevens: 'Persoonlijke gegevens',
}

export const Hoedanigheid = z.enum(['zelf', 'gemachtigde', 'bewindvoerder', 'curator', 'budgetcoach', 'begeleider'])
export type Hoedanigheid = z.infer<typeof Hoedanigheid>
