import { LegeStaat } from '#kit/Staten.tsx'
import { useSchilTeksten } from './schilTeksten.ts'

export function PaginaOnbekend() {
  const t = useSchilTeksten()
  return (
    <LegeStaat pagina titel={t.onbekendTitel} icoon="zoek">
      {t.onbekendTekst}
    </LegeStaat>
  )
}
