import { type ButtonProps, Button as NlButton } from '@nl-design-system-candidate/button-react'
import { createLink } from '@tanstack/react-router'
import { type AnchorHTMLAttributes, forwardRef } from 'react'

type Purpose = 'primary' | 'secondary' | 'subtle'

/** A button. `busy` while it works: it keeps its words and its focus, and takes no second click. */
export const Button = forwardRef<HTMLButtonElement, ButtonProps>(function Button({ busy, onClick, ...rest }, ref) {
  return (
    <NlButton
      ref={ref}
      {...(busy && { busy })}
      {...rest}
      onClick={(event) => {
        if (busy) event.preventDefault()
        else onClick?.(event)
      }}
    />
  )
})

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
