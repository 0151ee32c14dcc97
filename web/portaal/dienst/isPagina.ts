/** Addresses under which the server has something else: the werkplek, the API, the pages that work without script. */
const anders =
  /^\/(?:api|werkplek|aanmelden|enquete|berichten|portaal|portaal-bestanden|metrics|healthz|readyz)(?:\/|$)/

/** A page of the portal, which can be opened without a line. */
export const isPagina = (pad: string): boolean => !anders.test(pad) && !/\.[a-z0-9]{2,12}$/i.test(pad)
