import { stripVTControlCharacters } from 'node:util'
import { Presets, SingleBar } from 'cli-progress'

/** What a command says. Results go to standard output, the rest to standard error, so that a pipe gets results only. */
export type Scherm = {
  regel(tekst?: string): void
  melding(tekst: string): void
  /** Columns under each other; the first row is the heading. */
  tabel(rijen: readonly (readonly (string | number)[])[]): void
  voortgang(titel: string): Voortgang
}

export type Voortgang = {
  /** @param deel 0 to 1 */
  stap(deel: number, wat?: string): void
  klaar(): void
}

type Uitvoer = NodeJS.WritableStream & { isTTY?: boolean }

export function maakScherm(stdout: Uitvoer, stderr: Uitvoer): Scherm {
  return {
    regel: (tekst = '') => void stdout.write(`${tekst}\n`),
    melding: (tekst) => void stderr.write(`${tekst}\n`),
    tabel(rijen) {
      for (const regel of uitgelijnd(rijen)) stdout.write(`${regel}\n`)
    },
    voortgang: (titel) => (stderr.isTTY ? balk(stderr, titel) : regels(stderr, titel)),
  }
}

function uitgelijnd(rijen: readonly (readonly (string | number)[])[]): string[] {
  const breedtes: number[] = []
  for (const rij of rijen) {
    for (const [i, cel] of rij.entries()) {
      breedtes[i] = Math.max(breedtes[i] ?? 0, stripVTControlCharacters(String(cel)).length)
    }
  }
  return rijen.map((rij) =>
    rij
      .map((cel, i) =>
        typeof cel === 'number' ? String(cel).padStart(breedtes[i] ?? 0) : cel.padEnd(breedtes[i] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  )
}

function balk(stderr: Uitvoer, titel: string): Voortgang {
  const bar = new SingleBar(
    {
      stream: stderr,
      format: `${titel} {bar} {percentage}% {wat}`,
      hideCursor: true,
      barsize: 24,
      clearOnComplete: true,
    },
    Presets.shades_classic,
  )
  bar.start(100, 0, { wat: '' })
  return {
    stap: (deel, wat) => bar.update(Math.floor(begrensd(deel) * 100), wat === undefined ? {} : { wat }),
    klaar: () => bar.stop(),
  }
}

/** In a log file a bar is noise: one line per quarter of the work. */
function regels(stderr: Uitvoer, titel: string): Voortgang {
  let gemeld = -1
  return {
    stap(deel, wat = '') {
      const kwart = Math.floor(begrensd(deel) * 4) * 25
      if (kwart <= gemeld) return
      gemeld = kwart
      stderr.write(`${titel}: ${kwart}%${wat && ` ${wat}`}\n`)
    },
    klaar() {},
  }
}

const begrensd = (deel: number) => Math.min(1, Math.max(0, deel))
