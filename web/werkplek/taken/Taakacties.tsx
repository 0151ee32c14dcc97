import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { listGesprekken, startGesprek } from '#contract/gesprekken.ts'
import { setTaakStatus, type Taak } from '#contract/taken.ts'
import { useActie } from '#kit/acties.ts'
import { call } from '#kit/api.ts'
import { Icoon } from '#kit/Icoon.tsx'
import { useRecht } from '#kit/ik.ts'
import { Keuzemenu } from '#kit/Keuzemenu.tsx'
import { later } from '#kit/later.tsx'
import { meld } from '#kit/melding.ts'
import { paden } from '#kit/paden.ts'
import { detailOf } from '#kit/probleem.ts'
import { ververs } from '#kit/queries.ts'
import { useSneltoets } from '#kit/sneltoetsen.ts'
import { Toets } from '#kit/Toets.tsx'
import css from './Taak.module.css'
import { useTakenTeksten } from './takenTeksten.ts'
import { useTaakactie } from './useTaakactie.ts'
import type { Vensternaam } from './vensters/Taakvenster.tsx'

const Taakvenster = later(() => import('./vensters/Taakvenster.tsx').then((module) => module.Taakvenster))

/** What I may do now, the likeliest first. The server decides; this only draws what it said. */
export function Taakacties({ taak }: { taak: Taak }) {
  const t = useTakenTeksten()
  const { mag } = taak
  const [open, setOpen] = useState<Vensternaam>()
  const sluit = () => setOpen(undefined)
  const verder = useTaakactie(taak, { gelukt: t.gewijzigd, klaar: sluit })
  useSneltoets('alt+o', t.oppakken, () => setOpen('oppakken'), mag.oppakken && !open)
  useSneltoets('alt+a', t.afronden, () => setOpen('afronden'), mag.afronden && !mag.oppakken && !open)
  useActie(
    { id: 'taak-oppakken', naam: t.oppakken, icoon: 'taak', toets: 'alt+o' },
    () => setOpen('oppakken'),
    mag.oppakken,
  )
  useActie(
    { id: 'taak-afronden', naam: t.afronden, icoon: 'vink', toets: 'alt+a' },
    () => setOpen('afronden'),
    mag.afronden,
  )
  // Assigned to me and not begun: the same act, in other words.
  const begin = taak.medewerker ? t.beginnen : t.oppakken
  const menu = [
    { key: 'teruggeven', may: mag.teruggeven, naam: t.geefTerug, icoon: 'pijl_links' },
    { key: 'doorzetten', may: mag.doorzetten, naam: t.zetDoor, icoon: 'pijl_rechts' },
    { key: 'toewijzen', may: mag.verdelen, naam: t.verdeel, icoon: 'persoon' },
    { key: 'bewerken', may: mag.wijzigen, naam: t.bewerk, icoon: 'bewerk' },
    { key: 'annuleren', may: mag.annuleren, naam: t.annuleerTaak, icoon: 'prullenbak' },
  ] as const
  const offered = menu.filter((item) => item.may)
  return (
    <div className={css['acties']}>
      {mag.oppakken && (
        <Button onClick={() => setOpen('oppakken')} rightSection={<Toets toets="alt+o" />} aria-keyshortcuts="Alt+O">
          {begin}
        </Button>
      )}
      {mag.afronden && !mag.oppakken && (
        <Button
          onClick={() => setOpen('afronden')}
          leftSection={<Icoon naam="vink" maat={14} />}
          rightSection={<Toets toets="alt+a" />}
          aria-keyshortcuts="Alt+A"
        >
          {t.afronden}
        </Button>
      )}
      {mag.terugkoppelen && (
        <Button onClick={() => setOpen('terugkoppelen')} leftSection={<Icoon naam="bericht" maat={14} />}>
          {t.koppelAlsnog}
        </Button>
      )}
      <BelKlant taak={taak} />
      {mag.afronden && taak.status === 'in_uitvoering' && (
        <Button variant="default" onClick={() => setOpen('wachten')} leftSection={<Icoon naam="klok" maat={14} />}>
          {t.wacht}
        </Button>
      )}
      {mag.afronden && taak.status === 'wacht_op_derden' && (
        <Button
          variant="default"
          loading={verder.bezig}
          onClick={() =>
            verder.doe((doel) => call(setTaakStatus, { ...doel, body: { status: 'in_uitvoering', toelichting: '' } }))
          }
        >
          {t.gaVerder}
        </Button>
      )}
      {offered.length > 0 && (
        <Keuzemenu
          naam={t.meerActies}
          keuzes={offered.map(({ key, naam, icoon }) => ({ naam, icoon, onKies: () => setOpen(key) }))}
        />
      )}
      {open && <Taakvenster venster={open} taak={taak} onSluiten={sluit} />}
    </div>
  )
}

/** Starts a contact that answers the question of this taak: finishing it keeps the promise. */
function BelKlant({ taak }: { taak: Taak }) {
  const t = useTakenTeksten()
  const navigate = useNavigate()
  const client = useQueryClient()
  const may = useRecht('klantcontact.registreren')
  const start = useMutation({
    mutationFn: () => call(startGesprek, { body: { taakId: taak.id } }),
    onError: (error) => meld(detailOf(error), { toon: 'fout' }),
    onSuccess: async (gesprek) => {
      void ververs(client, listGesprekken)
      await navigate({ to: paden.gesprek(gesprek.id) })
    },
  })
  if (!may || !taak.partij) return null
  return (
    <Button
      variant="default"
      loading={start.isPending}
      onClick={() => start.mutate()}
      leftSection={<Icoon naam="telefoon" maat={14} />}
    >
      {t.belKlant}
    </Button>
  )
}
