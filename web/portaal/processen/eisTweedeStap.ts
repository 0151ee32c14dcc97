import { ApiProblem } from '#kit/probleem.ts'

/** The page where one proves once more who one is. */
const bevestigen = '/aanmelden/bevestigen'

/** When something asks for a second proof: leads there, and back to where the answers are. Anything else is thrown on. */
export function eisTweedeStap(error: unknown, zoek: string): never {
  if (error instanceof ApiProblem && error.code === 'tweede-stap-nodig') {
    const nu = new URLSearchParams(location.search)
    for (const [naam, waarde] of new URLSearchParams(zoek)) nu.set(naam, waarde)
    location.assign(`${bevestigen}?terug=${encodeURIComponent(`${location.pathname}?${nu}`)}`)
  }
  throw error
}
