import type { Probleem } from '#contract/probleem.ts'
import { taalkeuze } from './teksten.ts'

export type InvalidParam = { name: string; code: string; reason: string }

/**
 * What the server said no to, or that it could not be reached. `detail` is a Dutch sentence for the user;
 * `code` is for programs.
 */
export class ApiProblem extends Error {
  readonly status: number
  readonly code: string
  readonly detail: string
  readonly invalidParams: readonly InvalidParam[]
  /** With 409 `verouderd`: the resource as it is now. */
  readonly huidig: unknown
  /** The number a user can quote. */
  readonly verzoek: string | undefined

  constructor(probleem: Pick<Probleem, 'status' | 'code' | 'detail'> & Partial<Probleem>) {
    super(probleem.detail)
    this.name = 'ApiProblem'
    this.status = probleem.status
    this.code = probleem.code
    this.detail = probleem.detail
    this.invalidParams = probleem.invalidParams ?? []
    this.huidig = probleem.huidig
    this.verzoek = probleem.instance?.split(':').at(-1)
  }
}

/** The server could not be reached in time; the text of the user is still where he typed it. */
export const geenVerbinding = () =>
  new ApiProblem({
    status: 0,
    code: 'geen-verbinding',
    detail: 'Er is geen verbinding met Rondom. Uw tekst is bewaard. Probeer het zo opnieuw.',
  })

/** Reads the answer of a failed request, also when a proxy in between answered with a page of its own. */
export async function problemOf(response: Response): Promise<ApiProblem> {
  const type = response.headers.get('Content-Type') ?? ''
  const body: unknown = type.includes('json') ? await response.json().catch(() => undefined) : undefined
  if (isProbleem(body)) return new ApiProblem(body)
  return new ApiProblem({
    status: response.status,
    code: response.status === 401 ? 'niet-aangemeld' : 'onverwacht-antwoord',
    detail: `Er ging iets mis (fout ${response.status}). Probeer het opnieuw.`,
  })
}

function isProbleem(body: unknown): body is Probleem {
  return typeof body === 'object' && body !== null && 'code' in body && 'detail' in body && 'status' in body
}

/** What any screen may run into, for who reads English; what one rule of one slice says stays as the server says it. */
const english: Partial<Record<string, string>> = {
  'geen-verbinding': 'There is no connection with Rondom. Your text is kept. Try again in a moment.',
  'geen-recht': 'You may not do this. Ask your functional administrator.',
  'niet-gevonden': 'This was not found. It may have been deleted or moved.',
  'niet-aangemeld': 'You are not signed in any more. Sign in again; your text is kept.',
  'niet-beschikbaar': 'Rondom is out of reach for a moment. Your text is kept; try again soon.',
  'onverwacht-antwoord': 'Something went wrong. Try again.',
  'interne-fout': 'Something went wrong in Rondom. Your text is kept. Try again.',
  'te-veel': 'This goes too fast. Wait a moment and try again.',
  verouderd: 'Somebody else changed this in the meantime. Look at the change and save again.',
  ongeldig: 'Not all fields are filled in correctly.',
}

/** The sentence to show for any error, also for those that are bugs of ours. */
export function detailOf(error: unknown): string {
  const inEnglish = taalkeuze.get() === 'en'
  if (error instanceof ApiProblem) return (inEnglish && english[error.code]) || error.detail
  return inEnglish
    ? 'Something went wrong on this screen. Load the page again; what was saved stays saved.'
    : 'Er ging iets mis in dit scherm. Laad de pagina opnieuw; wat bewaard was, blijft bewaard.'
}
