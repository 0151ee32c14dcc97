import { useNavigate } from '@tanstack/react-router'

/** Opens the form of a process beside the klant, or closes it. */
export function useOpenProces(): (proces: string | undefined) => void {
  const navigate = useNavigate()
  return (proces) =>
    void navigate({ to: '.', search: (was: Record<string, unknown>) => ({ ...was, proces }), resetScroll: false })
}
