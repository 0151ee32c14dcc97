/** Whether every typed word is somewhere in the texts, whatever the case and accents. */
export function bevat(zoek: string, ...teksten: string[]): boolean {
  const text = fold(teksten.join(' '))
  return fold(zoek)
    .split(/\s+/)
    .every((word) => text.includes(word))
}

function fold(text: string): string {
  return text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')
}
