import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { Bestanden as BestandenSchema } from '#contract/procesbeheer.ts'
import type { WriteContext } from '#server/platform/http/context.ts'
import { newId } from '#server/platform/ids.ts'
import { leesModel } from '../model/leesModel.ts'
import { leesXml } from '../model/moddle.ts'
import type { Bestanden } from '../tables.ts'
import { insertVersie, laatVervallen, selectVersies, upsertProces } from './store.ts'

/** The folders that come with Rondom. */
const map = join(import.meta.dirname, '../../../processen')

/**
 * Takes over the processes that came with this release: a folder that changed is a new version. It comes into force,
 * unless the organisatie has made a version of its own; then it is a draft, to compare and to choose.
 */
export async function laadLevering(w: WriteContext, vanaf = map): Promise<void> {
  for (const [volgorde, { proces, bestanden }] of (await leesMappen(vanaf)).entries()) {
    const hash = hashVan(bestanden)
    const versies = await selectVersies(w.db, proces)
    const bekend = versies.find((versie) => versie.bron === 'levering' && versie.hash === hash)
    const omschrijving = kop(bestanden['README.md'])
    // At nearly every start nothing changed: then nothing is read, which takes a tenth of a second per process.
    if (bekend) {
      await upsertProces(w.tx, { proces, naam: bekend.naam, omschrijving, volgorde })
      continue
    }
    // Only what the list of processes shows: the rest was proven before the release, and is read when it is used.
    const model = leesModel(await leesXml(bestanden['proces.bpmn'] ?? ''))
    const naam = model.naam || proces
    await upsertProces(w.tx, { proces, naam, omschrijving, volgorde })
    const eigen = versies.some((versie) => versie.status === 'gepubliceerd' && versie.bron === 'beheer')
    if (!eigen) await laatVervallen(w.tx, proces)
    const door = { op: w.now, wie: w.actor.medewerkerId }
    await insertVersie(w.tx, {
      id: newId(),
      proces,
      naam,
      zaaktype: model.zaaktype || proces,
      bestanden,
      hash,
      bron: 'levering',
      status: eigen ? 'concept' : 'gepubliceerd',
      reden: 'Geleverd met Rondom',
      aangemaakt_op: door.op,
      aangemaakt_door: door.wie,
      gepubliceerd_op: eigen ? null : door.op,
      gepubliceerd_door: eigen ? null : door.wie,
    })
  }
}

/** Every folder with a `proces.bpmn`, in order of name. */
export async function leesMappen(vanaf = map): Promise<{ proces: string; bestanden: Bestanden }[]> {
  const mappen = (await readdir(vanaf, { withFileTypes: true })).filter((entry) => entry.isDirectory())
  const gelezen = await Promise.all(
    mappen.map(async ({ name }) => ({ proces: name, bestanden: await leesBestanden(join(vanaf, name)) })),
  )
  return gelezen.filter(({ bestanden }) => bestanden['proces.bpmn']).sort((a, b) => a.proces.localeCompare(b.proces))
}

async function leesBestanden(folder: string): Promise<Bestanden> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const delen = await Promise.all(
    entries
      .filter((entry) => entry.isFile() && !entry.name.startsWith('.') && !entry.name.endsWith('.test.ts'))
      .map(async (entry) => {
        const pad = join(entry.parentPath, entry.name)
        return [relative(folder, pad), await readFile(pad, 'utf8')] as const
      }),
  )
  return BestandenSchema.parse(Object.fromEntries(delen.sort(([a], [b]) => a.localeCompare(b))))
}

/** The same files have the same hash, in whichever order they came. */
export function hashVan(bestanden: Bestanden): string {
  const delen = Object.entries(bestanden).sort(([a], [b]) => (a < b ? -1 : 1))
  return createHash('sha256').update(JSON.stringify(delen)).digest('hex')
}

/** The first paragraph under the title says what the process is. */
function kop(readme = ''): string {
  const alinea = readme.split(/\n\s*\n/).find((deel) => deel.trim() && !deel.startsWith('#'))
  return (alinea ?? '').replace(/\s+/g, ' ').trim().slice(0, 300)
}
