import { useNavigate } from '@tanstack/react-router'

/** Opens the form of a process beside the klant, goes on with the zaak that came of it, or closes the panel. */
export function useOpenProces(): (proces: string | undefined, vervolg?: string) => void {
  const navigate = useNavigate()
  return (proces, vervolg) =>
    void navigate({
      to: '.',
      search: (was: Record<string, unknown>) => ({ ...was, proces, vervolg }),
      resetScroll: false,
    })
}
