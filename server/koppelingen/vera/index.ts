import { join } from 'node:path'
import { type Erp, geenErp } from '#server/erp/index.ts'
import type { Config } from '#server/platform/config/config.ts'
import type { Logger } from '#server/platform/log/log.ts'
import { startProefErp } from './proeferp/start.ts'
import { veraErp } from './veraErp.ts'

export type OpenErp = {
  erp: Erp
  /** Starts the proef-ERP, when that is what is asked for, and says where its control page is. Else its first use does. */
  bediening: (() => Promise<string>) | undefined
  stop(): Promise<void>
}

/** The ERP that the configuration asks for: a real one, the proef-ERP as a process of its own, or none. */
export function openErp(config: Config, { databaseUrl, log }: { databaseUrl: string; log: Logger }): OpenErp {
  const { erp } = config
  if (erp.soort === 'uit') return { erp: geenErp, bediening: undefined, stop: async () => {} }
  if (erp.soort === 'vera') {
    return { erp: veraErp({ basis: erp.url, toegang: erp.toegang }), bediening: undefined, stop: async () => {} }
  }
  const proces = startProefErp({ databaseUrl, map: join(config.dataDir, 'proeferp'), log, factor: 60 })
  return {
    erp: veraErp({ basis: proces.basis, toegang: { soort: 'sleutel', sleutel: proces.sleutel } }),
    bediening: async () => (await proces.basis()).replace('127.0.0.1', 'localhost').replace('/{keten}/v4', '/proef'),
    stop: proces.stop,
  }
}
