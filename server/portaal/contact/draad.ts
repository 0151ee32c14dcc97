import type { Contactbericht, Contactstatus } from '#contract/portaal/contact.ts'
import type { KlantcontactRow } from '#server/klantcontacten/index.ts'
import type { TaakRow } from '#server/taken/index.ts'

type Post = Pick<
  KlantcontactRow,
  'id' | 'richting' | 'vraag' | 'antwoord' | 'plaatsgevonden_op' | 'gelezen_op' | 'kanaal_code'
>

/** A post as it reads: what the customer said is his, what we wrote down as an answer is ours. Empty words are left out. */
export function berichtenVan(
  post: Post,
  { kanaal, bijlagen }: { kanaal: string; bijlagen: Contactbericht['bijlagen'] },
): Contactbericht[] {
  const gedeeld = { id: post.id, op: post.plaatsgevonden_op.toISOString(), kanaal }
  const gelezenOp = post.gelezen_op?.toISOString() ?? null
  const vanHem = post.richting === 'inkomend'
  const vraag: Contactbericht[] =
    post.vraag || (vanHem && bijlagen.length > 0)
      ? [
          {
            ...gedeeld,
            van: vanHem ? 'klant' : 'organisatie',
            tekst: post.vraag,
            bijlagen,
            gelezenOp: vanHem ? null : gelezenOp,
          },
        ]
      : []
  const antwoord: Contactbericht[] = post.antwoord
    ? [{ ...gedeeld, van: 'organisatie', tekst: post.antwoord, bijlagen: vraag.length > 0 ? [] : bijlagen, gelezenOp }]
    : []
  return [...vraag, ...antwoord]
}

type Taak = Pick<TaakRow, 'belofte' | 'belofte_ingelost_op' | 'status' | 'deadline'>

/** How a thread stands: somebody of us is to answer, we did, or nothing follows. */
export function standVan(
  laatsteVan: 'klant' | 'organisatie',
  taken: readonly Taak[],
): { status: Contactstatus; antwoordUiterlijk: string | null } {
  const beloofd = taken.filter((taak) => taak.belofte && taak.belofte_ingelost_op === null)
  const open = taken.some(({ status }) => status !== 'afgerond' && status !== 'geannuleerd')
  const uiterlijk = beloofd.flatMap(({ deadline }) => deadline ?? []).sort()[0] ?? null
  if (beloofd.length > 0 || (open && laatsteVan === 'klant')) {
    return { status: 'wacht-op-ons', antwoordUiterlijk: uiterlijk }
  }
  return { status: laatsteVan === 'organisatie' ? 'beantwoord' : 'gesloten', antwoordUiterlijk: null }
}
