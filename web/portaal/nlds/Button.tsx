import { type ButtonProps, Button as NlButton } from '@nl-design-system-candidate/button-react'
import { forwardRef } from 'react'

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

export { ButtonAnchor, ButtonLink } from './ButtonLink.tsx'
