import { type IDBPDatabase, openDB } from 'idb'

/** What is kept on this device: forms that were begun, what still has to be sent, files for it, and what was read last. */
export type Kamer = 'concept' | 'wachtrij' | 'bestand' | 'gelezen'

export type Kluis = {
  bewaar(kamer: Kamer, sleutel: string, waarde: unknown): Promise<void>
  haal<T>(kamer: Kamer, sleutel: string): Promise<T | undefined>
  alle<T>(kamer: Kamer): Promise<[sleutel: string, waarde: T][]>
  wis(kamer: Kamer, sleutel: string): Promise<void>
  /** Everything, and the key: what was kept can never be read again. */
  leeg(): Promise<void>
}

const naam = 'rondom-portaal'
const kamers: Kamer[] = ['concept', 'wachtrij', 'bestand', 'gelezen']
type Versleuteld = { iv: Uint8Array<ArrayBuffer>; inhoud: ArrayBuffer }

/**
 * Personal data on a phone: encrypted with a key that no script can read (WebCrypto, not extractable), and that is thrown
 * away at signing out. Whoever copies the files of a browser has nothing without that browser.
 */
export async function openKluis(): Promise<Kluis> {
  const db = await openDB(naam, 1, {
    upgrade(nieuw) {
      for (const kamer of [...kamers, 'slot']) nieuw.createObjectStore(kamer)
    },
    // Another tab signs out: it must not wait for this one.
    blocking: (_nu, _straks, event) => (event.target as IDBDatabase | null)?.close(),
  })
  const slot = await slotVan(db)
  return {
    async bewaar(kamer, sleutel, waarde) {
      await db.put(kamer, await versleutel(slot, waarde), sleutel)
    },
    async haal<T>(kamer: Kamer, sleutel: string) {
      const dicht = (await db.get(kamer, sleutel)) as Versleuteld | undefined
      return dicht && ((await ontsleutel(slot, dicht)) as T)
    },
    async alle<T>(kamer: Kamer) {
      const sleutels = await db.getAllKeys(kamer)
      const waarden = await Promise.all(
        ((await db.getAll(kamer)) as Versleuteld[]).map((each) => ontsleutel(slot, each)),
      )
      return sleutels.map((sleutel, plek): [string, T] => [String(sleutel), waarden[plek] as T])
    },
    wis: (kamer, sleutel) => db.delete(kamer, sleutel),
    async leeg() {
      const alles = db.transaction([...kamers, 'slot'], 'readwrite')
      await Promise.all([...kamers, 'slot'].map((kamer) => alles.objectStore(kamer).clear()))
      await alles.done
      db.close()
    },
  }
}

/** For a shared device, and where a browser keeps nothing: gone with the tab. */
export function vluchtigeKluis(): Kluis {
  const alles = new Map<string, unknown>()
  return {
    bewaar: async (kamer, sleutel, waarde) => {
      alles.set(`${kamer} ${sleutel}`, waarde)
    },
    haal: async <T>(kamer: Kamer, sleutel: string) => alles.get(`${kamer} ${sleutel}`) as T | undefined,
    alle: async <T>(kamer: Kamer) =>
      [...alles]
        .filter(([sleutel]) => sleutel.startsWith(`${kamer} `))
        .map(([sleutel, waarde]): [string, T] => [sleutel.slice(kamer.length + 1), waarde as T]),
    wis: async (kamer, sleutel) => {
      alles.delete(`${kamer} ${sleutel}`)
    },
    leeg: async () => alles.clear(),
  }
}

async function slotVan(db: IDBPDatabase): Promise<CryptoKey> {
  const bekend = (await db.get('slot', 'slot')) as CryptoKey | undefined
  if (bekend) return bekend
  const nieuw = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
  // Two tabs that start at once: the first key counts for both.
  const tx = db.transaction('slot', 'readwrite')
  const intussen = (await tx.store.get('slot')) as CryptoKey | undefined
  if (!intussen) await tx.store.put(nieuw, 'slot')
  await tx.done
  return intussen ?? nieuw
}

/** JSON, with a file in it as it is: a photo that waits to be sent. */
async function versleutel(slot: CryptoKey, waarde: unknown): Promise<Versleuteld> {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const bytes = waarde instanceof Blob ? await metKop(waarde) : new TextEncoder().encode(JSON.stringify(waarde))
  return { iv, inhoud: await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, slot, bytes) }
}

async function ontsleutel(slot: CryptoKey, { iv, inhoud }: Versleuteld): Promise<unknown> {
  const bytes = new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, slot, inhoud))
  // No JSON begins with this byte.
  if (bytes[0] !== BESTAND) return JSON.parse(new TextDecoder().decode(bytes))
  const kopEind = bytes.indexOf(BESTAND, 1)
  const { naam: bestandsnaam, type } = JSON.parse(new TextDecoder().decode(bytes.slice(1, kopEind))) as {
    naam: string
    type: string
  }
  return new File([bytes.slice(kopEind + 1)], bestandsnaam, { type })
}

const BESTAND = 0

async function metKop(blob: Blob): Promise<Uint8Array<ArrayBuffer>> {
  const kop = new TextEncoder().encode(JSON.stringify({ naam: blob instanceof File ? blob.name : '', type: blob.type }))
  const inhoud = new Uint8Array(await blob.arrayBuffer())
  const samen = new Uint8Array(kop.length + inhoud.length + 2)
  samen[0] = BESTAND
  samen.set(kop, 1)
  samen[kop.length + 1] = BESTAND
  samen.set(inhoud, kop.length + 2)
  return samen
}
