/**
 * Words that stand before a Dutch surname and are not what one sorts or searches on (BRP table 36, the frequent part,
 * with the Romance and Arabic ones that are common among tenants). Arabic `ben` is missing on purpose: it is a Dutch
 * first name too.
 */
export const TUSSENVOEGSELS: ReadonlySet<string> = new Set(
  (
    "van von vom de der den des het 't ter ten te in op aan bij tot toe uit uijt over onder voor " +
    "zu zum zur la le les du d' l' di da del della dell' dos el al"
  ).split(' '),
)
