import type { Erp } from './erp/index.ts'
import type { Clock } from './platform/clock.ts'
import type { Config } from './platform/config/config.ts'
import type { Organisaties } from './platform/db/organisaties.ts'
import type { Feed } from './platform/events/feed.ts'
import type { Listeners } from './platform/events/listeners.ts'
import type { Http } from './platform/http/handle.ts'
import type { JobHandlers } from './platform/jobs/jobs.ts'
import type { Logger } from './platform/log/log.ts'
import type { Zoekbron } from './platform/search/zoekbron.ts'

/** What a process has, handed to each slice: it makes its own adapters of it (files, addresses, sign-in). */
export type Services = {
  config: Config
  /** Signs sessions; at least 32 characters. */
  secret: string
  organisaties: Organisaties
  feed: Feed
  log: Logger
  clock: Clock
  /** The ERP of the corporation; the same port whether it is a real one, the one of the demo, or none. */
  erp: Erp
}

/** What a slice offers to the application; everything else of it stays behind its `index.ts`. */
export type Slice = {
  naam: string
  routes?: (http: Http, services: Services) => void
  /** Events of slices above it that it hears, inside the transaction of the event itself. */
  hoort?: Listeners
  jobs?: (services: Services) => JobHandlers
  /** What it makes findable, so that all of it can be indexed again. */
  zoekbronnen?: Zoekbron[]
}
