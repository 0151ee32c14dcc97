import { bron } from './bron.ts'

/** Whether the server answers. `weg` shows the quiet banner; work goes on and is sent when the server is back. */
export type Verbinding = 'goed' | 'weg'
export const verbinding = bron<Verbinding>('goed')

/** Waits before the next attempt, shorter when the browser says that the network is back. Rejects on abort. */
export function wacht(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer)
      globalThis.removeEventListener?.('online', done)
      signal?.removeEventListener('abort', abort)
    }
    const done = () => {
      stop()
      resolve()
    }
    const abort = () => {
      stop()
      reject(signal?.reason)
    }
    const timer = setTimeout(done, milliseconds)
    globalThis.addEventListener?.('online', done)
    signal?.addEventListener('abort', abort)
    if (signal?.aborted) abort()
  })
}
