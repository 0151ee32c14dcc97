import type { Readable } from 'node:stream'
import type { BerichtKanaal } from '#contract/berichten.ts'

/** One message on its way out, in every form a channel may want. */
export type Zending = {
  berichtId: string
  kanaal: BerichtKanaal
  /** Of the organisatie, as the klant knows it. */
  vanNaam: string
  aan: string
  aanNaam: string
  onderwerp: string
  tekst: string
  html: string
  taal: string
  op: Date
  bijlagen: { bestandsnaam: string; mediatype: string; open(): Promise<Readable> }[]
}

/** The port to a channel; adapters are in `koppelingen`, the embedded one keeps everything in `postbus`. */
export type Postbode = {
  /** @throws PostGeweigerd when trying again is of no use; anything else is tried again */
  bezorg(zending: Zending): Promise<void>
}

/** It will not arrive, however often we try: an address that does not exist, no mail server set up. */
export class PostGeweigerd extends Error {}
