/** How a drawing or table by bpmn.io asks for its words. */
export type Vertaal = (tekst: string, waarden?: Record<string, string>) => string

/** @param woorden what it says in English → in the language of the screen; what is not in it stays English */
export function maakVertaal(woorden: Readonly<Record<string, string>>): Vertaal {
  return (tekst, waarden = {}) =>
    (woorden[tekst] ?? tekst).replace(/{([^}]+)}/g, (heel, naam: string) => waarden[naam] ?? heel)
}
