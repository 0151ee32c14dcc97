import type { QueryClient } from '@tanstack/react-query'

/** What the server answered before the page asked: one round trip less on a slow line. */
type Begin = { pad: string; query: Record<string, string> | null; antwoord: unknown }[]

/** Puts the answers that came with the page where `lees` looks for them. @returns whether there were any */
export function zetBegin(client: QueryClient, tekst = document.getElementById('begin')?.textContent): boolean {
  if (!tekst) return false
  for (const { pad, query, antwoord } of JSON.parse(tekst) as Begin) client.setQueryData([pad, null, query], antwoord)
  return true
}
