import type { Listeners } from './platform/events/listeners.ts'
import type { Http } from './platform/http/handle.ts'
import type { JobHandlers } from './platform/jobs/jobs.ts'

/** What a slice offers to the application; everything else of it stays behind its `index.ts`. */
export type Slice = {
  naam: string
  routes?: (http: Http) => void
  /** Events of slices above it that it hears, inside the transaction of the event itself. */
  hoort?: Listeners
  jobs?: JobHandlers
}
