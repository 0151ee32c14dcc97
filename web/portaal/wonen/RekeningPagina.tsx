import { useParams } from '@tanstack/react-router'
import type { ResponseOf } from '#contract/endpoint.ts'
import { getRekening } from '#contract/portaal/wonen.ts'
import { bedrag, datum, wanneer } from '#kit/format.ts'
import { useLees } from '../namens.ts'
import { Lading } from '../nlds/Lading.tsx'
import { Pagina } from '../nlds/Pagina.tsx'
import { Paragraph } from '../nlds/Tekst.tsx'
import { paden } from '../paden.ts'
import { ErpStand } from './ErpStand.tsx'
import css from './Wonen.module.css'
import { useWoningTeksten } from './woningTeksten.ts'

/** What was asked and paid, with the moment at which the ERP said so. */
export function RekeningPagina() {
  const t = useWoningTeksten()
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const rekening = useLees(getRekening, { params: { id } })
  return (
    <Pagina titel={t.rekening} terug={{ naar: paden.woning, naam: t.titel }}>
      <Lading query={rekening}>
        {(data) =>
          data.erp === 'werkt' ? (
            <Inhoud rekening={data} />
          ) : (
            <ErpStand erp={data.erp} opnieuw={() => void rekening.refetch()} />
          )
        }
      </Lading>
    </Pagina>
  )
}

function Inhoud({ rekening: { saldoCent, regels, op } }: { rekening: ResponseOf<typeof getRekening> }) {
  const t = useWoningTeksten()
  return (
    <div className="stapel">
      <section className={`kaart ${css['saldo']}`} data-open={saldoCent > 0 || undefined}>
        <span>{saldoCent > 0 ? t.saldoOpen : saldoCent < 0 ? t.saldoTegoed : t.saldoNul}</span>
        {saldoCent !== 0 && <strong>{bedrag(Math.abs(saldoCent))}</strong>}
      </section>
      {op && <Paragraph>{t.stand(wanneer(op))}</Paragraph>}
      {regels.length === 0 ? (
        <Paragraph>{t.niets}</Paragraph>
      ) : (
        <table className={css['tabel']}>
          <thead>
            <tr>
              <th scope="col">{t.datum}</th>
              <th scope="col">{t.boeking}</th>
              <th scope="col">{t.bedrag}</th>
            </tr>
          </thead>
          <tbody>
            {regels.map((regel) => (
              <tr key={regel.id}>
                <td>{regel.datum && datum(regel.datum)}</td>
                <td>
                  {regel.omschrijving}
                  {regel.openCent > 0 && <span className={css['open']}>{`${t.open}: ${bedrag(regel.openCent)}`}</span>}
                </td>
                <td>{bedrag(regel.bedragCent)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  )
}
