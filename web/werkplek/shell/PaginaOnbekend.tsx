import { Link } from '@tanstack/react-router'
import { Paginatitel } from '#kit/Paginatitel.tsx'
import { paden } from '#kit/paden.ts'
import { LegeStaat } from '#kit/Staten.tsx'
import { useSchilTeksten } from './schilTeksten.ts'

export function PaginaOnbekend() {
  const t = useSchilTeksten()
  return (
    <>
      <Paginatitel titel={t.onbekendTitel} verborgen />
      <LegeStaat titel={t.onbekendTitel} actie={<Link to={paden.vandaag}>{t.naarVandaag}</Link>}>
        {t.onbekendTekst}
      </LegeStaat>
    </>
  )
}
