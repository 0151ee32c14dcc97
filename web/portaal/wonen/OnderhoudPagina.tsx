import { useParams } from '@tanstack/react-router'
import { getOnderhoud } from '#contract/portaal/wonen.ts'
import { dagVan, dagwoord, wanneer } from '#kit/format.ts'
import { useLees } from '../namens.ts'
import { Badge } from '../nlds/Badge.tsx'
import { Card } from '../nlds/Card.tsx'
import { Lading, Leeg } from '../nlds/Lading.tsx'
import { Pagina } from '../nlds/Pagina.tsx'
import { Paragraph } from '../nlds/Tekst.tsx'
import { paden } from '../paden.ts'
import { ErpStand } from './ErpStand.tsx'
import { useWoningTeksten } from './woningTeksten.ts'

/** What was and is repaired in the home, in the time of who looks. */
export function OnderhoudPagina() {
  const t = useWoningTeksten()
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const onderhoud = useLees(getOnderhoud, { params: { id } })
  return (
    <Pagina titel={t.onderhoud} terug={{ naar: paden.woning, naam: t.titel }}>
      <Lading query={onderhoud}>
        {({ erp, op, regels }) =>
          erp !== 'werkt' ? (
            <ErpStand erp={erp} opnieuw={() => void onderhoud.refetch()} />
          ) : regels.length === 0 ? (
            <Leeg icoon="moersleutel" titel={t.nietsOnderhoud} />
          ) : (
            <div className="stapel">
              {regels.map((regel) => (
                <Card key={regel.nummer} titel={regel.omschrijving}>
                  <div className="rij">
                    <Badge toon={regel.loopt ? 'info' : 'goed'}>{regel.loopt ? t.loopt : t.klaar}</Badge>
                    <span>
                      {[regel.gemeldOp && dagwoord(dagVan(regel.gemeldOp)), t.nummer(regel.nummer)]
                        .filter(Boolean)
                        .join(' · ')}
                    </span>
                  </div>
                </Card>
              ))}
              {op && <Paragraph>{t.bijgewerkt(wanneer(op))}</Paragraph>}
            </div>
          )
        }
      </Lading>
    </Pagina>
  )
}
