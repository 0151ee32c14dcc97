import { getRouteApi } from '@tanstack/react-router'
import { Taakdetail } from './Taakdetail.tsx'
import css from './Taken.module.css'

const route = getRouteApi('/taken/$taakId')

/** A taak on its own: for links, search results and notifications. */
export function TaakPagina() {
  const { taakId } = route.useParams()
  return (
    <div className={css['pagina']}>
      <Taakdetail key={taakId} taakId={taakId} alsPagina />
    </div>
  )
}
