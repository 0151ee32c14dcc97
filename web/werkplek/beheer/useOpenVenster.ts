import { useNavigate } from '@tanstack/react-router'

type Pad = '/beheer/medewerkers' | '/beheer/teams' | '/beheer/sjablonen' | '/beheer/kanalen' | '/beheer/onderwerpen'

/** Opens and closes the side window by the address; filters stay. */
export function useOpenVenster(pad: Pad) {
  const navigate = useNavigate({ from: pad })
  return {
    open: (open: string, more: { onder?: string } = {}) =>
      void navigate({ to: pad, search: (search: object) => ({ ...search, ...more, open }) }),
    /** @param zonderVragen after saving: nothing is lost, so the guard need not ask */
    sluit: (zonderVragen = false) =>
      void navigate({
        to: pad,
        search: (search: object) => ({ ...search, open: undefined, onder: undefined }),
        ignoreBlocker: zonderVragen,
      }),
    filter: (filter: Record<string, string | undefined>) =>
      void navigate({ to: pad, search: (search: object) => ({ ...search, ...filter }), replace: true }),
  }
}
