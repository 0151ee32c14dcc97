/** An object of JSON as somebody typed it; nothing is an empty one. @returns undefined when it is no object */
export function leesJson(tekst: string): Record<string, unknown> | undefined {
  if (tekst.trim() === '') return {}
  try {
    const waarde: unknown = JSON.parse(tekst)
    if (typeof waarde !== 'object' || waarde === null || Array.isArray(waarde)) return undefined
    return waarde as Record<string, unknown>
  } catch {
    return undefined
  }
}
