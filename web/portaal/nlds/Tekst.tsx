export { Heading } from '@nl-design-system-candidate/heading-react'
export { Paragraph } from '@nl-design-system-candidate/paragraph-react'
