import { getRouteApi, useCanGoBack, useNavigate, useRouter } from '@tanstack/react-router'
import { useRecht } from '#kit/ik.ts'
import { paden } from '#kit/paden.ts'
import { MijnWerk } from './MijnWerk.tsx'
import { NieuweTaak } from './vensters/NieuweTaak.tsx'

const route = getRouteApi('/taken/nieuw')

/** A new taak from anywhere by its address: the window over my work, and back to where one came from. */
export function NieuweTaakPagina() {
  const { teamId, partijId } = route.useSearch()
  const router = useRouter()
  const navigate = useNavigate()
  const canGoBack = useCanGoBack()
  const may = useRecht('taak.behandelen')
  const back = () => {
    if (canGoBack) router.history.back()
    else void navigate({ to: paden.mijnWerk, replace: true })
  }
  return (
    <>
      <MijnWerk />
      {may && (
        <NieuweTaak
          key={partijId ?? teamId}
          {...(teamId && { teamId })}
          {...(partijId && { partijId })}
          onSluiten={back}
        />
      )}
    </>
  )
}
