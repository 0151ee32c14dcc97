import pg from 'pg'

/**
 * What the database is asked while `werk` runs, in order, in this whole process: also what a request does around its
 * handler. Times differ from machine to machine; how often it goes there and back does not.
 */
export async function telVragen(werk: () => Promise<unknown>): Promise<string[]> {
  const vragen: string[] = []
  const echt = pg.Client.prototype.query
  pg.Client.prototype.query = function (this: pg.Client, ...gegeven: unknown[]) {
    const [vraag] = gegeven
    const tekst = typeof vraag === 'string' ? vraag : (vraag as { text?: string } | undefined)?.text
    vragen.push((tekst ?? '').replace(/\s+/g, ' ').trim())
    return Reflect.apply(echt, this, gegeven)
  } as typeof echt
  try {
    await werk()
  } finally {
    pg.Client.prototype.query = echt
  }
  return vragen
}
