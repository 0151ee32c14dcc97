import { Link as NlLink } from '@nl-design-system-candidate/link-react'
import { createLink } from '@tanstack/react-router'

/** A link to a page of the portal; it keeps for whom one acts. */
export const Link = createLink(NlLink)

/** A link to a page of the server, a file or a telephone number. */
export { NlLink as Anchor }
