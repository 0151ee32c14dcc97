import { Navigate } from '@tanstack/react-router'
import { paden } from '#kit/paden.ts'

/** Shown inside the shell only, so to somebody who is signed in. */
export function NaarBinnen() {
  return <Navigate to={paden.vandaag} replace />
}
