import { useMutation, useQueryClient } from '@tanstack/react-query'
import { downloadPortaalAgenda, type PortaalZaak, verzetPortaalAfspraak } from '#contract/portaal/zaken.ts'
import { call, urlOf } from '#kit/api.ts'
import { tijd, wanneer } from '#kit/format.ts'
import { Icoon } from '#kit/Icoon.tsx'
import { metNamens, useNamens } from '../namens.ts'
import { Button, ButtonAnchor } from '../nlds/Button.tsx'
import { Card } from '../nlds/Card.tsx'
import { Fout } from '../nlds/Lading.tsx'
import { Paragraph } from '../nlds/Tekst.tsx'
import css from './Zaak.module.css'
import { useZaakTeksten } from './zaakTeksten.ts'

/** When somebody comes: into the calendar, or at another moment. */
export function Afspraken({ zaak }: { zaak: PortaalZaak }) {
  const t = useZaakTeksten()
  const namens = useNamens()
  const client = useQueryClient()
  const verzet = useMutation({
    mutationFn: () => call(verzetPortaalAfspraak, metNamens(namens, { params: { id: zaak.id }, body: {} })),
    onSuccess: () => client.invalidateQueries(),
  })
  if (zaak.afspraken.length === 0) return null
  return (
    <Card titel={t.afspraken}>
      {zaak.afspraken.map((afspraak) => (
        <div key={afspraak.begin} className={css['afspraak']}>
          <p className={css['wanneer']}>
            {wanneer(afspraak.begin)} {afspraak.einde && t.tot(tijd(afspraak.einde))}
          </p>
          <p className={css['zacht']}>{[afspraak.titel, afspraak.adres].filter(Boolean).join(', ')}</p>
          <div className="rij niet-afdrukken">
            <ButtonAnchor
              href={urlOf(downloadPortaalAgenda, metNamens(namens, { params: { id: zaak.id } }))}
              download
              purpose="secondary"
            >
              <Icoon naam="vandaag" maat={20} /> {t.agenda}
            </ButtonAnchor>
            {afspraak.verzetten && zaak.acties.verzetten && (
              <Button purpose="secondary" {...(verzet.isPending && { busy: true })} onClick={() => verzet.mutate()}>
                {t.verzet}
              </Button>
            )}
          </div>
          {afspraak.verzetten && zaak.acties.verzetten && <Paragraph>{t.verzetUitleg}</Paragraph>}
        </div>
      ))}
      {verzet.error && <Fout fout={verzet.error} />}
    </Card>
  )
}
