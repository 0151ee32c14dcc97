const browsers: [RegExp, string][] = [
  [/\bEdg(?:A|iOS)?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bFirefox\/|\bFxiOS\//, 'Firefox'],
  [/Chrome\/|\bCriOS\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
]
const systemen: [RegExp, string][] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'Mac'],
  [/\bCrOS\b/, 'Chromebook'],
  [/\bLinux\b/, 'Linux'],
]

/** "Chrome op Windows": enough to recognise one's own device, from what a browser says of itself. */
export function apparaatNaam(userAgent: string): string | undefined {
  const found = [browsers, systemen].map((list) => list.find(([pattern]) => pattern.test(userAgent))?.[1])
  const [browser, systeem] = found
  if (browser && systeem) return `${browser} op ${systeem}`
  return browser ?? systeem
}
