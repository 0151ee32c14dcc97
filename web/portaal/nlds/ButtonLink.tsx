import { createLink } from '@tanstack/react-router'
import { type AnchorHTMLAttributes, forwardRef } from 'react'

type Purpose = 'primary' | 'secondary' | 'subtle'

const Anchor = forwardRef<
  HTMLAnchorElement,
  AnchorHTMLAttributes<HTMLAnchorElement> & { purpose?: Purpose | undefined }
>(function Anchor({ purpose = 'secondary', className, ...rest }, ref) {
  return <a ref={ref} {...rest} className={`nl-button nl-button--${purpose} ${className ?? ''}`} />
})

/** A link of the router that looks like a button: the one thing to do here leads to another page. */
export const ButtonLink = createLink(Anchor)

/** The same, to a page of the server or a file. */
export { Anchor as ButtonAnchor }
