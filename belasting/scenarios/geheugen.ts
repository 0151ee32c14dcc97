import { setTimeout as sleep } from 'node:timers/promises'
import type { Omgeving } from '../meten/omgeving.ts'
import { startWerker, type Werker } from '../meten/server.ts'
import type { Regel } from '../meten/uitslag.ts'

/** In seconds: until a worker has settled after its start, and how long it is looked at. */
const [totRust, kijken] = [20, 60]

/**
 * What waiting cases cost a worker in memory. One worker is there before they come and is looked at for a minute after
 * that; another starts when all are there. Flat is: none of these figures is clearly above the first.
 */
export async function meetGeheugen(omgeving: Omgeving, vul: () => Promise<void>, naast: string): Promise<Regel[]> {
  const { databaseUrl, geheim, zeg } = omgeving
  const env = { DATABASE_URL: databaseUrl, RONDOM_GEHEIM: geheim }
  zeg('geheugen van een werker')
  const eerste = startWerker(env)
  try {
    await sleep(totRust * 1000)
    const leeg = await volg(eerste, 10)
    await vul()
    const vol = await volg(eerste, kijken)
    const tweede = startWerker(env)
    try {
      await sleep(totRust * 1000)
      const nieuw = await volg(tweede, kijken)
      const doel = Math.round(leeg.p50 * 1.1)
      return [
        { naam: 'geheugen van een werker, voor de zaken er zijn', ...leeg },
        { naam: `geheugen van dezelfde werker, een minuut naast ${naast}`, ...vol, doel },
        { naam: `geheugen van een werker die begint naast ${naast}`, ...nieuw, doel },
      ]
    } finally {
      await tweede.stop()
    }
  } finally {
    await eerste.stop()
  }
}

async function volg(werker: Werker, seconden: number): Promise<Omit<Regel, 'naam'>> {
  const gezien: number[] = []
  for (let i = 0; i < seconden; i++) {
    gezien.push(werker.geheugen())
    await sleep(1000)
  }
  const [eerste = 0] = gezien
  const [laatste = 0] = gezien.slice(-1)
  const op = gezien.toSorted((a, b) => a - b)
  return {
    n: gezien.length,
    eenheid: 'MB',
    p50: op[Math.floor(op.length / 2)] ?? 0,
    opmerking: `van ${Math.round(eerste)} naar ${Math.round(laatste)} MB, hoogste ${Math.round(op.at(-1) ?? 0)} MB`,
  }
}
