import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Laadtijden } from '../meten/laadProcessen.ts'
import { percentiel } from '../meten/meet.ts'
import type { Omgeving } from '../meten/omgeving.ts'
import type { Regel } from '../meten/uitslag.ts'

const keren = 5

/** What thirteen processes cost at a start: when they are new, when nothing changed, and when each is used at once. */
export async function meetLaden({ databaseUrl, organisatie, zeg }: Omgeving): Promise<Regel[]> {
  zeg('dertien processen laden')
  const gemeten: Laadtijden[] = []
  for (let keer = 0; keer < keren; keer++) {
    const pad = join(import.meta.dirname, '../meten/laadProcessen.ts')
    const { stdout } = await promisify(execFile)(process.execPath, [pad, databaseUrl, organisatie.code])
    gemeten.push(JSON.parse(stdout))
  }
  const regel = (naam: string, ms: number[]): Regel => ({
    naam: `processen: ${gemeten[0]?.aantal} ${naam}`,
    n: keren,
    eenheid: 'ms',
    p50: percentiel(ms, 0.5),
    doel: 1000,
  })
  return [
    regel(
      'publiceren bij de start, als ze nieuw zijn',
      gemeten.map(({ publiceren }) => publiceren),
    ),
    regel(
      'overnemen bij de start, als niets wijzigde',
      gemeten.map(({ ongewijzigd }) => ongewijzigd),
    ),
    regel(
      'lezen en klaarmaken om te draaien',
      gemeten.map(({ lezen }) => lezen),
    ),
  ]
}
