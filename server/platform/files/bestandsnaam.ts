const control = /[\p{Cc}\p{Cf}\u2028\u2029]/gu
/** Not allowed on Windows, or with a meaning in a path or a header. */
const special = /[<>:"/\\|?*%;]/g
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i

/**
 * A file name that is safe to store, show and send back: no folders, no invisible characters (a right-to-left override
 * makes `gpj.exe` look like `exe.jpg`), no reserved names, at most 150 characters with its extension kept.
 */
export function cleanBestandsnaam(given: string): string {
  const last = given.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const cleaned = last
    .replace(control, '')
    .replace(special, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
  if (cleaned === '') return 'bijlage'
  const safe = reserved.test(cleaned) ? `_${cleaned}` : cleaned
  const extension = extensionOf(safe)
  const suffix = extension ? `.${extension}` : ''
  const stem = suffix ? safe.slice(0, -suffix.length) : safe
  return `${[...stem].slice(0, 150 - suffix.length).join('')}${suffix}`
}

/** In lower case, without the dot; empty when there is none. */
export function extensionOf(bestandsnaam: string): string {
  return /\.([A-Za-z0-9]{1,10})$/.exec(bestandsnaam)?.[1]?.toLowerCase() ?? ''
}

/** RFC 6266 with the RFC 8187 form for names beyond ASCII. Never `inline`: nothing of others runs on our origin. */
export function attachmentHeader(bestandsnaam: string): string {
  const ascii = bestandsnaam
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\x20-\x7e]/g, '_')
    .replace(/["\\%]/g, '_')
  const encoded = encodeURIComponent(bestandsnaam).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`
}
