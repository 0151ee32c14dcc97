import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { listGesprekken } from '#contract/gesprekken.ts'
import { useActie } from '#kit/acties.ts'
import { Icoon } from '#kit/Icoon.tsx'
import { useRecht } from '#kit/ik.ts'
import { paden } from '#kit/paden.ts'
import { lees } from '#kit/queries.ts'
import { useSneltoets } from '#kit/sneltoetsen.ts'
import { Toets } from '#kit/Toets.tsx'
import { useNieuwContact } from '../../shell/useNieuwContact.ts'
import { useKlantbeeldTeksten } from '../klantbeeldTeksten.ts'
import css from './ContactStart.module.css'

/** Beside the klantbeeld while no contact runs: start one, or go on with the one that does. */
export function ContactStart({ partijId }: { partijId: string }) {
  return useRecht('klantcontact.registreren') ? <Start partijId={partijId} /> : null
}

function Start({ partijId }: { partijId: string }) {
  const { paneel: t } = useKlantbeeldTeksten()
  const start = useNieuwContact()
  const { data } = useQuery(lees(listGesprekken))
  const lopend = data?.gesprekken.find((gesprek) => gesprek.partij?.id === partijId)
  useSneltoets('alt+n', t.nieuw, () => start.mutate({ partijId }))
  useActie({ id: 'contact-met-klant', naam: t.nieuw, icoon: 'bericht', toets: 'alt+n' }, () =>
    start.mutate({ partijId }),
  )
  return (
    <section className={css['start']} aria-labelledby="contact-start">
      <h2 id="contact-start">{t.kop}</h2>
      {lopend ? (
        <>
          <p>{t.lopend}</p>
          <Button renderRoot={(props) => <Link to={paden.gesprek(lopend.id)} {...props} />}>{t.verder}</Button>
        </>
      ) : (
        <>
          <p className={css['uitleg']}>{t.uitleg}</p>
          <Button
            fullWidth
            loading={start.isPending}
            onClick={() => start.mutate({ partijId })}
            leftSection={<Icoon naam="plus" maat={14} />}
            rightSection={<Toets toets="alt+n" />}
            aria-keyshortcuts="Alt+N"
          >
            {t.nieuw}
          </Button>
        </>
      )}
    </section>
  )
}
