import { type Aanhefcode, aanhef, adresregel, voorgesteldeAanhefcode } from '#contract/regels/aanhef.ts'
import { composeNaam, type Naamdelen, sorteernaam } from '#contract/regels/naam.ts'
import { useRelatieTeksten } from '../relatieTeksten.ts'
import type { NieuweKlant } from './nieuweKlant.ts'
import css from './Zijkant.module.css'

/** How the name comes out, by the same rules as on the server, while one types. */
export function NaamVoorbeeld({ klant }: { klant: NieuweKlant }) {
  const t = useRelatieTeksten()
  const isOrganisatie = klant.soort === 'organisatie'
  const delen: Naamdelen = isOrganisatie ? { achternaam: klant.organisatie.naam, isOrganisatie } : klant.persoon
  const code = (klant.aanhefcode ||
    voorgesteldeAanhefcode(isOrganisatie ? 'overig' : 'persoon', klant.persoon.geslacht)) as Aanhefcode
  const naam = (klant.andersGenoemd && klant.naamAfwijking.naam) || composeNaam(delen)
  return (
    <section className={css['kaart']} aria-labelledby="naamvoorbeeld">
      <h2 id="naamvoorbeeld">{t.voorbeeld}</h2>
      {delen.achternaam.trim() === '' ? (
        <p className={css['zacht']}>{t.voorbeeldLeeg}</p>
      ) : (
        <output className={css['voorbeeld']}>
          <strong>{naam}</strong>
          <dl>
            <dt>{t.inLijsten}</dt>
            <dd>{sorteernaam(delen)}</dd>
            <dt>{t.opEnvelop}</dt>
            <dd>{adresregel(code, delen)}</dd>
            <dt>{t.inBrief}</dt>
            <dd>{aanhef(code, delen)},</dd>
          </dl>
        </output>
      )}
    </section>
  )
}
