import type { Readable } from 'node:stream'
import type { BerichtKanaal } from '#contract/berichten.ts'
import type { Leestaal } from './tables.ts'

/** One message on its way out, in every form a channel may want. */
export type Zending = {
  berichtId: string
  partijId: string | null
  kanaal: BerichtKanaal
  /** Of the organisatie, as the klant knows it. */
  vanNaam: string
  aan: string
  aanNaam: string
  onderwerp: string
  tekst: string
  html: string
  taal: string
  leestaal: Leestaal
  op: Date
  spoed: boolean
  /** An appointment, as iCalendar. */
  agenda?: string
  /** Where the klant says that he wants no more of this kind; a POST there is enough (RFC 8058). */
  afmelden?: string
  bijlagen: { bestandsnaam: string; mediatype: string; open(): Promise<Readable> }[]
}

/** The port to a channel; adapters are in `koppelingen`, the embedded one keeps everything in `postbus`. */
export type Postbode = {
  /** @throws PostGeweigerd when trying again is of no use; anything else is tried again */
  bezorg(zending: Zending): Promise<void>
}

/** It will not arrive, however often we try: an address that does not exist, no mail server set up. */
export class PostGeweigerd extends Error {
  /** This way does not lead to him (any more), another one may. `code`: enhanced status code (RFC 3463), or empty. */
  readonly weg: { code: string } | undefined

  constructor(message: string, weg?: { code: string }) {
    super(message)
    this.weg = weg
  }
}
