import { ButtonLink } from '../nlds/ButtonLink.tsx'
import { Pagina } from '../nlds/Pagina.tsx'
import { paden } from '../paden.ts'
import { useShellTeksten } from './shellTeksten.ts'

export function PaginaOnbekend() {
  const t = useShellTeksten()
  return (
    <Pagina titel={t.paginaOnbekend} onder={t.paginaOnbekendUitleg}>
      <ButtonLink to={paden.thuis} purpose="primary">
        {t.naarThuis}
      </ButtonLink>
    </Pagina>
  )
}
