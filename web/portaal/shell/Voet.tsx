import { telefoonLink } from '#kit/format.ts'
import { useOrganisatie } from '../organisatie.ts'
import css from './Schil.module.css'
import { useShellTeksten } from './shellTeksten.ts'

/** How to reach a person; on every page. */
export function Voet() {
  const t = useShellTeksten()
  const { telefoon, spoedtelefoon, openingstijden, privacyverklaring, toegankelijkheidsverklaring } = useOrganisatie()
  if (!telefoon && !spoedtelefoon && !privacyverklaring && !toegankelijkheidsverklaring) return null
  return (
    <footer className="voet">
      <div className={`breedte ${css['voetkolommen']}`}>
        {telefoon && (
          <div>
            <h2>{t.vragen}</h2>
            <p>
              {t.bel} <a href={telefoonLink(telefoon)}>{telefoon}</a>
            </p>
            {openingstijden && <p>{openingstijden}</p>}
          </div>
        )}
        {spoedtelefoon && (
          <div>
            <h2>{t.spoed}</h2>
            <p>
              {t.bel} <a href={telefoonLink(spoedtelefoon)}>{spoedtelefoon}</a>
            </p>
          </div>
        )}
        {(privacyverklaring || toegankelijkheidsverklaring) && (
          <div>
            {privacyverklaring && (
              <p>
                <a href={privacyverklaring}>{t.privacy}</a>
              </p>
            )}
            {toegankelijkheidsverklaring && (
              <p>
                <a href={toegankelijkheidsverklaring}>{t.toegankelijkheid}</a>
              </p>
            )}
          </div>
        )}
      </div>
    </footer>
  )
}
