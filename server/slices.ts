import { slice as aanmelden } from './aanmelden/index.ts'
import { slice as aanwezigheid } from './aanwezigheid/index.ts'
import { slice as afspraken } from './afspraken/index.ts'
import { slice as apitoegang } from './apitoegang/index.ts'
import { slice as beheer } from './beheer/index.ts'
import { slice as berichten } from './berichten/index.ts'
import { slice as enquetes } from './enquetes/index.ts'
import { slice as erp } from './erp/index.ts'
import { slice as gesprekken } from './gesprekken/index.ts'
import { slice as klantaccounts } from './klantaccounts/index.ts'
import { slice as klantbeeld } from './klantbeeld/index.ts'
import { slice as klantcontacten } from './klantcontacten/index.ts'
import { listen } from './platform/events/listeners.ts'
import type { JobHandlers } from './platform/jobs/jobs.ts'
import { platformJobs } from './platform/jobs/platformJobs.ts'
import { slice as portaal } from './portaal/index.ts'
import { slice as processen } from './processen/index.ts'
import { slice as relaties } from './relaties/index.ts'
import type { Services, Slice } from './slice.ts'
import { slice as storingen } from './storingen/index.ts'
import { slice as taken } from './taken/index.ts'
import { slice as wonen } from './wonen/index.ts'
import { slice as zaken } from './zaken/index.ts'

/**
 * THE LIST, in dependency order: the architecture on one screen.
 * A slice imports only slices above it, and only their `index.ts`; `tools/architectuur.test.ts` enforces it.
 */
export const slices: Slice[] = [
  beheer,
  aanmelden,
  relaties,
  wonen,
  erp,
  klantcontacten,
  taken,
  zaken,
  storingen,
  berichten,
  afspraken,
  enquetes,
  klantaccounts,
  processen,
  gesprekken,
  aanwezigheid,
  klantbeeld,
  portaal,
  apitoegang,
]

for (const slice of slices) if (slice.hoort) listen(slice.hoort)

/** The jobs of all slices, for the worker. */
export function allJobs(services: Services): JobHandlers {
  return Object.assign({}, platformJobs, ...slices.map((slice) => slice.jobs?.(services) ?? {}))
}
