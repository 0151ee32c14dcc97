import { getInstelling } from '#server/beheer/index.ts'
import type { ReadContext } from '#server/platform/http/context.ts'

/** Where klanten find us. Without a setting the first name of the organisatie, and in a demo this machine. */
export async function klantadres({ db, organisatie }: Pick<ReadContext, 'db' | 'organisatie'>): Promise<string> {
  const ingesteld = await getInstelling(db, 'klantadres')
  if (ingesteld) return ingesteld.replace(/\/+$/, '')
  const [host] = organisatie.hosts
  return host ? `https://${host}` : 'http://localhost:3000'
}
