/** Contrast of two colours (`#rrggbb`) by WCAG 2.2: from 1 (the same) to 21 (black on white). */
export function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

/** Success criterion 1.4.3 (AA): 4.5 for normal text. */
export function voldoetContrast(voorgrond: string, achtergrond: string): boolean {
  return contrast(voorgrond, achtergrond) >= 4.5
}

/** Relative luminance, as WCAG defines it for sRGB. */
function luminance(color: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => linear(Number.parseInt(color.slice(at, at + 2), 16) / 255))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
}
