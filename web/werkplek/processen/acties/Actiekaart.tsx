import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type ActieRij, type ActieStatus, herkansActie, listActies } from '#contract/processen.ts'
import { call } from '#kit/api.ts'
import { Icoon } from '#kit/Icoon.tsx'
import { meld } from '#kit/melding.ts'
import { paden } from '#kit/paden.ts'
import { detailOf } from '#kit/probleem.ts'
import { ververs } from '#kit/queries.ts'
import { StatusBadge, type Toon } from '#kit/StatusBadge.tsx'
import { Tijdstip } from '#kit/Tijdstip.tsx'
import css from './Acties.module.css'
import { useActieTeksten } from './actieTeksten.ts'

const tonen: Record<ActieStatus, Toon> = {
  klaar_te_staan: 'let-op',
  bezig: 'info',
  gelukt: 'goed',
  mislukt: 'fout',
  overgeslagen: 'neutraal',
  vervallen: 'neutraal',
}

/** One action: what it was for, what went wrong, and the three ways out. */
export function Actiekaart({
  actie,
  onVenster,
}: {
  actie: ActieRij
  onVenster: (wat: 'overslaan' | 'verbeteren') => void
}) {
  const t = useActieTeksten()
  const client = useQueryClient()
  const herkans = useMutation({
    mutationFn: () => call(herkansActie, { params: { id: actie.id }, body: {} }),
    onSuccess: () => meld(t.opnieuwGestart),
    onError: (error) => meld(detailOf(error), { toon: 'fout' }),
    onSettled: () => ververs(client, listActies),
  })
  const open = actie.status === 'mislukt' || actie.status === 'klaar_te_staan'
  return (
    <li className={css['kaart']} aria-labelledby={`actie-${actie.id}`}>
      <div className={css['kop']}>
        <h2 id={`actie-${actie.id}`}>{actie.naam}</h2>
        <StatusBadge toon={tonen[actie.status]}>{t.status[actie.status]}</StatusBadge>
      </div>
      <p className={css['waar']}>
        {actie.zaakId ? (
          <Link to={paden.zaak(actie.zaakId)}>{t.zaak(actie.zaaknummer)}</Link>
        ) : (
          <span>{actie.zaaknummer ? t.zaak(actie.zaaknummer) : t.geenZaak}</span>
        )}
        <span>{t.stap(actie.stap, actie.proces)}</span>
        <span>
          <Tijdstip moment={actie.aangemaaktOp} /> · {t.pogingen(actie.pogingen)}
          {actie.volgendePoging && (
            <>
              {' '}
              · {t.volgende} <Tijdstip moment={actie.volgendePoging} />
            </>
          )}
        </span>
      </p>
      {actie.fout && (
        <p className={css['fout']} data-toon={actie.status === 'mislukt' ? 'fout' : 'let-op'}>
          <Icoon naam="let_op" maat={14} /> <span>{actie.fout}</span>
          {actie.foutCode && <code>{actie.foutCode}</code>}
        </p>
      )}
      {open && (
        <div className={css['knoppen']}>
          <Button size="xs" loading={herkans.isPending} onClick={() => herkans.mutate()}>
            {t.opnieuw}
          </Button>
          {actie.invoer && (
            <Button size="xs" variant="default" onClick={() => onVenster('verbeteren')}>
              {t.verbeteren}
            </Button>
          )}
          <Button size="xs" variant="default" onClick={() => onVenster('overslaan')}>
            {t.overslaan}
          </Button>
        </div>
      )}
    </li>
  )
}
