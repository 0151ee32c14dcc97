import { Writable } from 'node:stream'
import { readConfig } from '#server/platform/config/config.ts'
import { maakScherm } from '../scherm.ts'
import { voerUit } from '../voerUit.ts'

export type Getypt = { code: number; uit: string; fout: string }

type Op = {
  databaseUrl: string
  dataDir: string
  now?: Date
  geheim?: string[]
  env?: Record<string, string>
}

/** Types a command line as a person would, and gives back what came on the screen. */
export async function typ(args: readonly string[], op: Op): Promise<Getypt> {
  const uit = opvang()
  const fout = opvang()
  const geheim = [...(op.geheim ?? [])]
  const code = await voerUit(args, {
    config: readConfig({ DATABASE_URL: op.databaseUrl, RONDOM_DATA: op.dataDir, ...op.env }),
    scherm: maakScherm(uit.stream, fout.stream),
    vraagGeheim: async () => geheim.shift() ?? '',
    clock: () => op.now ?? new Date(),
  })
  return { code, uit: uit.tekst(), fout: fout.tekst() }
}

function opvang() {
  let text = ''
  const stream = new Writable({
    write(chunk, _encoding, done) {
      text += String(chunk)
      done()
    },
  })
  return { stream, tekst: () => text }
}
