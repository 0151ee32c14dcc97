import { randomInt } from 'node:crypto'
import { createInterface } from 'node:readline'
import { OpdrachtFout } from './opdracht.ts'

/** Reads a line without showing it. From a pipe the first line counts, without a prompt. */
export async function vraagGeheim(
  stdin: NodeJS.ReadStream,
  stderr: NodeJS.WritableStream,
  vraag: string,
): Promise<string> {
  if (!stdin.isTTY) return await eersteRegel(stdin)
  stderr.write(`${vraag}: `)
  stdin.setRawMode(true)
  stdin.setEncoding('utf8')
  stdin.resume()
  try {
    return await stil(stdin)
  } finally {
    stdin.setRawMode(false)
    stdin.pause()
    stderr.write('\n')
  }
}

/** No i, l, o, 0 and 1: it is read out and typed over. Five groups of four carry 98 bits. */
const tekens = 'abcdefghjkmnpqrstuvwxyz23456789'

export function maakWachtwoord(): string {
  const groep = () => Array.from({ length: 4 }, () => tekens[randomInt(tekens.length)]).join('')
  return Array.from({ length: 5 }, groep).join('-')
}

function stil(stdin: NodeJS.ReadStream): Promise<string> {
  let typed = ''
  return new Promise((resolve, reject) => {
    const onData = (piece: string) => {
      for (const letter of piece) {
        if (letter === '\r' || letter === '\n') return done(() => resolve(typed))
        // Ctrl-C and Ctrl-D: raw mode leaves them to us.
        if (letter === '\u0003' || letter === '\u0004') return done(() => reject(new OpdrachtFout('Afgebroken.')))
        if (letter === '\u007f' || letter === '\b') typed = [...typed].slice(0, -1).join('')
        else if (letter >= ' ') typed += letter
      }
    }
    const done = (end: () => void) => {
      stdin.off('data', onData)
      end()
    }
    stdin.on('data', onData)
  })
}

/** Lines that came together stay for the next question. */
const wachtend = new WeakMap<NodeJS.ReadableStream, AsyncIterator<string>>()

async function eersteRegel(stdin: NodeJS.ReadableStream): Promise<string> {
  const lines = wachtend.get(stdin) ?? createInterface({ input: stdin })[Symbol.asyncIterator]()
  wachtend.set(stdin, lines)
  const next = await lines.next()
  if (next.done) throw new OpdrachtFout('Er kwam geen wachtwoord binnen.')
  return next.value
}
