import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openOrganisaties } from '../../server/platform/db/organisaties.ts'
import { write } from '../../server/platform/db/write.ts'
import { systemContext } from '../../server/platform/http/context.ts'
import { createLogger } from '../../server/platform/log/log.ts'
import { laadLevering } from '../../server/processen/index.ts'
import { laadVersie, vergeetVersie } from '../../server/processen/versies/geladen.ts'
import { leesMappen } from '../../server/processen/versies/levering.ts'
import { selectVersies } from '../../server/processen/versies/store.ts'

/** Milliseconds, in a process that did nothing before. */
export type Laadtijden = { publiceren: number; ongewijzigd: number; lezen: number; aantal: number }

/*
 * In a process of its own, for a start is cold: `node laadProcessen.ts <database> <code>`. As many folders as Rondom will
 * have, made of those that there are; in a transaction that is rolled back.
 */
const hoeveel = 13
const [databaseUrl = '', code = ''] = process.argv.slice(2)
const log = createLogger('error')
const organisaties = openOrganisaties(databaseUrl, { poolSize: 2, log })
const folder = mkdtempSync(join(tmpdir(), 'rondom-processen-'))
class Terug extends Error {}
try {
  const organisatie = await organisaties.findByCode(code)
  if (!organisatie) throw new Error(`there is no organisatie ${code}`)
  const namen = (await leesMappen()).map(({ proces }) => proces)
  const bron = join(import.meta.dirname, '../../processen')
  for (let nummer = 0; nummer < hoeveel; nummer++) {
    const naam = namen[nummer % namen.length] ?? ''
    cpSync(join(bron, naam), join(folder, `${naam}-proef-${nummer}`), { recursive: true })
  }
  const tijden: Laadtijden = { publiceren: 0, ongewijzigd: 0, lezen: 0, aantal: hoeveel }
  await write(systemContext(organisatie, { log, now: new Date() }), async (w) => {
    const keer = async (werk: () => Promise<unknown>) => {
      const begonnen = performance.now()
      await werk()
      return performance.now() - begonnen
    }
    tijden.publiceren = await keer(() => laadLevering(w, folder))
    tijden.ongewijzigd = await keer(() => laadLevering(w, folder))
    const versies = (await selectVersies(w.db)).filter(({ proces }) => /-proef-\d+$/.test(proces))
    tijden.lezen = await keer(async () => {
      for (const { id } of versies) await laadVersie(w.db, id)
    })
    for (const { id } of versies) vergeetVersie(id)
    throw new Terug()
  }).catch((error: unknown) => {
    if (!(error instanceof Terug)) throw error
  })
  process.stdout.write(JSON.stringify(tijden))
} finally {
  await organisaties.close()
  rmSync(folder, { recursive: true, force: true })
}
