import type { IcoonNaam } from './Icoon.tsx'

/** What this employee opened last. Kept by the browser tab only, because these are names of customers. */
export type Recent = { pad: string; titel: string; ondertitel: string; icoon: IcoonNaam }

const sleutel = 'rondom.recent'
const max = 8

/** Called by the screen that opens it, so that it also counts when one came by a link. */
export function onthoudRecent(item: Recent): void {
  const rest = listRecent().filter((each) => each.pad !== item.pad)
  sessionStorage.setItem(sleutel, JSON.stringify([item, ...rest].slice(0, max)))
}

export function listRecent(): Recent[] {
  try {
    return JSON.parse(sessionStorage.getItem(sleutel) ?? '[]') as Recent[]
  } catch {
    return []
  }
}

export function vergeetRecent(): void {
  sessionStorage.removeItem(sleutel)
}
