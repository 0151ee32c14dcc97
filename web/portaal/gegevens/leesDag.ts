/**
 * A day as people type it: `31-12-2027`, `31/12/2027` or `31 12 2027`.
 * @returns `jjjj-mm-dd`, null for nothing, undefined when it is no day
 */
export function leesDag(getypt: string): string | null | undefined {
  if (!getypt.trim()) return null
  const delen = /^\s*(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})\s*$/.exec(getypt)
  if (!delen) return undefined
  const [dag = 0, maand = 0, jaar = 0] = delen.slice(1).map(Number)
  const gelezen = new Date(Date.UTC(jaar, maand - 1, dag))
  if (gelezen.getUTCMonth() !== maand - 1 || gelezen.getUTCDate() !== dag) return undefined
  return gelezen.toISOString().slice(0, 10)
}
