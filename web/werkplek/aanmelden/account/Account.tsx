import { useQuery } from '@tanstack/react-query'
import { getToegang } from '#contract/aanmelden/account.ts'
import { useIk } from '#kit/ik.ts'
import { Paginatitel } from '#kit/Paginatitel.tsx'
import { lees } from '#kit/queries.ts'
import { useRolNamen } from '#kit/rollen.ts'
import { Lading } from '#kit/Staten.tsx'
import { useAanmeldTeksten } from '../aanmeldTeksten.ts'
import css from './Account.module.css'
import { Passkeys } from './Passkeys.tsx'
import { Sessies } from './Sessies.tsx'
import { TotpKaart } from './TotpKaart.tsx'
import { WachtwoordKaart } from './WachtwoordKaart.tsx'

/** Everything an employee decides about his own way in. */
export function Account() {
  const t = useAanmeldTeksten().account
  const { medewerker, rollen, teams } = useIk()
  const toegang = useQuery(lees(getToegang))
  const rolNamen = useRolNamen()
  return (
    <>
      <Paginatitel titel={t.titel} onder={medewerker.naam} />
      <div className={css['kaarten']}>
        <section className={css['kaart']} aria-labelledby="account-gegevens">
          <h2 id="account-gegevens">{t.gegevens}</h2>
          <p>
            {medewerker.naam}
            {medewerker.functie && `, ${medewerker.functie}`}
            <br />
            {medewerker.email}
          </p>
          <dl>
            <dt>{t.rollen}</dt>
            <dd>{rollen.map((rol) => rolNamen[rol]).join(', ')}</dd>
            <dt>{t.teams}</dt>
            <dd>{teams.length > 0 ? teams.map((team) => team.naam).join(', ') : t.geenTeams}</dd>
          </dl>
          <p className={css['zacht']}>{t.wijzigenBijBeheer}</p>
        </section>
        <Lading query={toegang}>
          {({ wachtwoord, totp, passkeys, sessies }) => (
            <>
              <WachtwoordKaart heeft={wachtwoord} email={medewerker.email} />
              {wachtwoord && <TotpKaart aan={totp} />}
              <Passkeys passkeys={passkeys} />
              <Sessies sessies={sessies} />
            </>
          )}
        </Lading>
      </div>
    </>
  )
}
