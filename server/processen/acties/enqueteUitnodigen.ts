import { nodigUit } from '#server/enquetes/index.ts'
import { actie } from './actie.ts'
import { berichtinvoer, berichtuitvoer, verstuur } from './berichtVersturen.ts'

const stuur = verstuur((_, zaakId) => `enquete:${zaakId}`)

export const enqueteUitnodigen = actie({
  naam: 'enquete.uitnodigen',
  label: 'Uitnodigen voor een enquête',
  uitleg:
    'Vraagt de klant wat hij ervan vond, met een bericht waarin {{ enquete.link }} staat. Per zaak hoogstens één keer, ook als de zaak heropend wordt, en niet vaker dan de instelling van de organisatie.',
  invoer: berichtinvoer.extend({ bericht: berichtinvoer.shape.bericht.default('enquete') }),
  uitvoer: berichtuitvoer,
  async voer(w, plek, invoer) {
    const wie = invoer.partijId ?? (invoer.aan ? null : plek.zaak.partij_id)
    if (!wie && !invoer.aan) return { berichtId: '', kanaal: '', status: 'geen-ontvanger' }
    const uitnodiging = await nodigUit(w, plek.zaak, wie)
    if (!uitnodiging) return { berichtId: '', kanaal: '', status: 'niet-gevraagd' }
    const enquete = { link: uitnodiging.link, geldigTot: uitnodiging.geldigTot.toISOString() }
    // A message that does not say where, gets it at its end.
    const noemt = plek.geladen.bestanden[`berichten/${invoer.bericht}.md`]?.includes('enquete.link')
    const nawoord = noemt ? '' : `\n\n${enquete.link}`
    return stuur(w, plek, { ...invoer, gegevens: { ...invoer.gegevens, enquete } }, nawoord)
  },
})
