import { lopendeStatussen, type WachtOp, type ZaakStatusCode } from '#contract/zaken.ts'

export type Weigering = 'gesloten' | 'wacht-niet'

/**
 * The life of a zaak. While it runs it may take any step, back too; afgerond may be opened again ("toch niet
 * opgelost"), gesloten and geannuleerd are the end. What does not run, waits for nobody.
 * @returns why not, or undefined when it may
 */
export function weigering(van: ZaakStatusCode, naar: ZaakStatusCode, wachtOp: WachtOp | null): Weigering | undefined {
  if (wachtOp !== null && !isLopend(naar)) return 'wacht-niet'
  if (isLopend(van) || van === naar) return undefined
  if (van === 'AFG') return naar === 'GES' || naar === 'INB' || naar === 'INU' ? undefined : 'gesloten'
  return 'gesloten'
}

export function isLopend(status: ZaakStatusCode): boolean {
  return (lopendeStatussen as readonly ZaakStatusCode[]).includes(status)
}
