import { type Logger, pino } from 'pino'

export type { Logger }

/** Personal data never reaches the log: requests log ids and routes only, and these paths are cut out as a second net. */
const redact = ['*.naam', '*.email', '*.bsn', '*.iban', '*.body', '*.wachtwoord', 'req.headers', '*.password']

export function createLogger(level: string): Logger {
  return pino({ level, redact, base: null, timestamp: pino.stdTimeFunctions.isoTime })
}
