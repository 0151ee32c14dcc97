import { useQuery, useQueryClient } from '@tanstack/react-query'
import { listBeheerProcessen } from '#contract/procesbeheer.ts'
import { bekijkOverzettingen, listOverzettingen, type Overzetting, zetVersieOver } from '#contract/procesmigratie.ts'
import { call } from '#kit/api.ts'
import { useGebeurtenis } from '#kit/gebeurtenissen.ts'
import { meld } from '#kit/melding.ts'
import { houdVorige, lees, ververs } from '#kit/queries.ts'
import { Lading } from '#kit/Staten.tsx'
import { StatusBadge } from '#kit/StatusBadge.tsx'
import { Tijdstip } from '#kit/Tijdstip.tsx'
import css from './Migreren.module.css'
import { useMigreerTeksten } from './migreerTeksten.ts'
import { Overzetstappen } from './Overzetstappen.tsx'
import { Overzetvenster } from './Overzetvenster.tsx'
import { useOverzetkeuze } from './overzetkeuze.ts'

type Versie = { id: string; nummer: number; lopend: number }

/** Lets the cases that still run on this version go on with another. */
export function VersieOverzetten({ versie, onSluiten }: { versie: Versie; onSluiten: () => void }) {
  const t = useMigreerTeksten()
  const client = useQueryClient()
  const params = { id: versie.id }
  const keuze = useOverzetkeuze(async (opdracht) => {
    if (!query.data?.naar) return
    await call(zetVersieOver, { params, body: { ...opdracht, naar: query.data.naar.id } })
    meld(t.begonnen)
    await ververs(client, listOverzettingen, bekijkOverzettingen, listBeheerProcessen)
  })
  const body = { ...(keuze.naar && { naar: keuze.naar }), doelen: { ...keuze.doelen } }
  const query = useQuery({
    queryKey: [bekijkOverzettingen.path, versie.id, body],
    queryFn: () => call(bekijkOverzettingen, { params, body }),
    placeholderData: houdVorige,
  })
  const eerder = useQuery(lees(listOverzettingen, { params }))
  useGebeurtenis(['inrichting.gewijzigd'], () => void ververs(client, listOverzettingen, bekijkOverzettingen))
  const bezig = eerder.data?.rijen.some(({ klaarOp }) => klaarOp === null) === true
  const kan = query.data?.kan ?? 0
  return (
    <Overzetvenster
      uitleg={t.uitlegAlles(query.data?.aantal ?? versie.lopend, versie.nummer)}
      plan={query.data}
      keuze={keuze}
      knop={t.zetAllesOver(kan)}
      kan={kan > 0 && !bezig}
      onSluiten={onSluiten}
    >
      <Lading query={query}>
        {({ groepen, doelen, aantal }) => (
          <section>
            <h3>{t.groepen}</h3>
            {groepen.map((groep) => (
              <div key={groep.stappen.map(({ van }) => van).join()} className={css['stap']}>
                <strong>{t.aantal(groep.aantal)}</strong>
                {groep.stappen.length === 0 && <span className={css['zacht']}>{t.nergens}</span>}
                <Overzetstappen
                  stappen={groep.stappen}
                  doelen={doelen}
                  gekozen={keuze.doelen}
                  onKies={keuze.kiesDoel}
                />
              </div>
            ))}
            {aantal > kan && <p className={css['zacht']}>{t.blijvenAchter(aantal - kan)}</p>}
          </section>
        )}
      </Lading>
      {eerder.data && eerder.data.rijen.length > 0 && (
        <section>
          <h3>{t.eerder}</h3>
          <ul className={css['stappen']}>
            {eerder.data.rijen.map((each) => (
              <Eerder key={each.id} overzetting={each} />
            ))}
          </ul>
        </section>
      )}
    </Overzetvenster>
  )
}

function Eerder({ overzetting }: { overzetting: Overzetting }) {
  const t = useMigreerTeksten()
  const { naar, gelukt, geweigerd, geweigerdAantal, klaarOp, begonnenOp, door, reden } = overzetting
  return (
    <li className={css['stap']}>
      <div className={css['regel']}>
        <strong>{t.versie(naar.nummer, false)}</strong>
        <StatusBadge toon={klaarOp ? 'goed' : 'info'}>{klaarOp ? t.klaar : t.bezig}</StatusBadge>
        <span>{t.stand(gelukt, geweigerdAantal)}</span>
        <span className={css['zacht']}>
          {door.naam}, <Tijdstip moment={begonnenOp} />
        </span>
      </div>
      <p className={css['zacht']}>{reden}</p>
      {geweigerd.length > 0 && (
        <details>
          <summary>{t.nietOver}</summary>
          <ul className={css['verschil']}>
            {geweigerd.map((zaak) => (
              <li key={zaak.zaaknummer}>
                {zaak.zaaknummer}: {zaak.reden}
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  )
}
