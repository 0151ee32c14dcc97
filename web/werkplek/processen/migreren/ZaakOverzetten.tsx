import { useQuery, useQueryClient } from '@tanstack/react-query'
import { bekijkOverzetting, zetZaakOver } from '#contract/procesmigratie.ts'
import { getZaakProces } from '#contract/processen.ts'
import { getZaak } from '#contract/zaken.ts'
import { call } from '#kit/api.ts'
import { useGebeurtenis } from '#kit/gebeurtenissen.ts'
import { meld } from '#kit/melding.ts'
import { houdVorige, ververs } from '#kit/queries.ts'
import { Lading } from '#kit/Staten.tsx'
import css from './Migreren.module.css'
import { useMigreerTeksten } from './migreerTeksten.ts'
import { Overzetstappen } from './Overzetstappen.tsx'
import { Overzetvenster } from './Overzetvenster.tsx'
import { useOverzetkeuze } from './overzetkeuze.ts'

/** One case goes on with another version of its process. */
export function ZaakOverzetten({ zaakId, onSluiten }: { zaakId: string; onSluiten: () => void }) {
  const t = useMigreerTeksten()
  const client = useQueryClient()
  const keuze = useOverzetkeuze(async (opdracht) => {
    if (!query.data?.naar) return
    try {
      const { nummer } = await call(zetZaakOver, {
        params: { id: zaakId },
        body: { ...opdracht, naar: query.data.naar.id },
        ifMatch: query.data.versie,
      })
      meld(t.gelukt(nummer))
      onSluiten()
    } finally {
      void ververs(client, getZaakProces, getZaak, bekijkOverzetting)
    }
  })
  const body = { ...(keuze.naar && { naar: keuze.naar }), doelen: { ...keuze.doelen } }
  const query = useQuery({
    queryKey: [bekijkOverzetting.path, zaakId, body],
    queryFn: () => call(bekijkOverzetting, { params: { id: zaakId }, body }),
    placeholderData: houdVorige,
  })
  useGebeurtenis(['proces.gewijzigd'], ({ gegevens }) => {
    if (gegevens['zaakId'] === zaakId) void ververs(client, bekijkOverzetting)
  })
  return (
    <Overzetvenster
      uitleg={t.uitleg}
      plan={query.data}
      keuze={keuze}
      knop={t.zetOver}
      kan={query.data?.kan === true}
      onSluiten={onSluiten}
    >
      <Lading query={query}>
        {({ stappen, doelen }) => (
          <section>
            <h3>{t.waar}</h3>
            {stappen.length === 0 && <p className={css['zacht']}>{t.nergens}</p>}
            <Overzetstappen stappen={stappen} doelen={doelen} gekozen={keuze.doelen} onKies={keuze.kiesDoel} />
          </section>
        )}
      </Lading>
    </Overzetvenster>
  )
}
