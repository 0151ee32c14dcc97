import { useNavigate } from '@tanstack/react-router'
import { type Verwerking, verwerkingActies } from '#contract/klantbeeld.ts'
import { Icoon } from '#kit/Icoon.tsx'
import { Tijdstip } from '#kit/Tijdstip.tsx'
import { useKlantbeeldTeksten } from '../klantbeeldTeksten.ts'
import css from './Verwerkingenlog.module.css'

const getoond = 3

export function Logtabel({ rijen }: { rijen: readonly Verwerking[] }) {
  const { log: t } = useKlantbeeldTeksten()
  return (
    <div className={css['kader']}>
      <table className={css['tabel']} aria-label={t.titel}>
        <thead>
          <tr>
            <th scope="col">{t.moment}</th>
            <th scope="col">{t.medewerker}</th>
            <th scope="col">{t.actie}</th>
            <th scope="col">{t.doel}</th>
            <th scope="col">{t.betrokkenen}</th>
            <th scope="col">{t.zegel}</th>
          </tr>
        </thead>
        <tbody>
          {rijen.map((rij) => (
            <tr key={rij.id}>
              <td data-kop={t.moment}>
                <Tijdstip moment={rij.op} />
              </td>
              <td data-kop={t.medewerker}>{rij.actor}</td>
              <td data-kop={t.actie}>{actieNaam(rij.actie, t.acties)}</td>
              <td data-kop={t.doel}>
                <span>
                  {rij.doel}
                  {!rij.doel.toLowerCase().includes(rij.objectSoort) && (
                    <span className={css['zacht']}> · {rij.objectSoort}</span>
                  )}
                </span>
              </td>
              <td data-kop={t.betrokkenen}>
                <span>{rij.partijen.length > 0 ? <Betrokkenen partijen={rij.partijen} /> : '–'}</span>
              </td>
              <td data-kop={t.zegel}>
                <span className={css['zegel']} data-verzegeld={rij.verzegeld || undefined}>
                  <Icoon naam={rij.verzegeld ? 'slot' : 'klok'} maat={12} /> {rij.verzegeld ? t.verzegeld : t.wacht}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Choosing a name shows all that happened with the data of that person. */
function Betrokkenen({ partijen }: { partijen: Verwerking['partijen'] }) {
  const { log: t } = useKlantbeeldTeksten()
  const navigate = useNavigate()
  const rest = partijen.length - getoond
  return (
    <>
      {partijen.slice(0, getoond).map(({ id, nummer, naam }, i) => (
        <span key={id}>
          {i > 0 && ', '}
          {nummer === null ? (
            naam
          ) : (
            <button
              type="button"
              className={css['naam']}
              onClick={() =>
                void navigate({
                  to: '/verwerkingenlog',
                  search: (vorige: Record<string, unknown>) => ({ ...vorige, contactnummer: nummer }),
                })
              }
            >
              {naam} <span className={css['zacht']}>{nummer}</span>
            </button>
          )}
        </span>
      ))}
      {rest > 0 && <span className={css['zacht']}> {t.enMeer(rest)}</span>}
    </>
  )
}

function actieNaam(actie: string, namen: Readonly<Record<(typeof verwerkingActies)[number], string>>): string {
  const bekend = verwerkingActies.find((each) => each === actie)
  return bekend ? namen[bekend] : actie
}
