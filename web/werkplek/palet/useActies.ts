import { useMantineColorScheme } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { schermacties, type UitvoerbareActie } from '#kit/acties.ts'
import { useIk } from '#kit/ik.ts'
import { paden } from '#kit/paden.ts'
import { paletOpen } from '#kit/paletOpen.ts'
import { kiesTaal, taalkeuze } from '#kit/teksten.ts'
import { useBron } from '#kit/useBron.ts'
import { meldAf } from '../shell/meldAf.ts'
import { useNieuwContact } from '../shell/useNieuwContact.ts'
import { usePaletTeksten } from './paletTeksten.ts'

/** Everything this employee can do or go to from anywhere, and what the open screen adds to it. */
export function useActies(): UitvoerbareActie[] {
  const t = usePaletTeksten()
  const ik = useIk()
  const taal = useBron(taalkeuze)
  const ofScreen = useBron(schermacties)
  const navigate = useNavigate()
  const { setColorScheme } = useMantineColorScheme()
  const start = useNieuwContact()
  const may = (...rechten: typeof ik.rechten) => rechten.some((recht) => ik.rechten.includes(recht))
  const go = (to: string) => () => void navigate({ to })

  const all: (UitvoerbareActie | false)[] = [
    ...ofScreen,
    may('klantcontact.registreren') && {
      id: 'nieuw-contact',
      naam: t.nieuwContact,
      woorden: t.nieuwContactWoorden,
      icoon: 'plus',
      toets: 'alt+n',
      run: () => start.mutate({}),
    },
    may('partij.schrijven') && {
      id: 'nieuwe-klant',
      naam: t.nieuweKlantActie,
      woorden: t.nieuweKlantWoorden,
      icoon: 'persoon',
      run: go(paden.nieuweKlant),
    },
    may('partij.schrijven') && {
      id: 'adressen-controleren',
      naam: t.adressenControleren,
      woorden: t.adressenControlerenWoorden,
      icoon: 'huis',
      run: go(paden.adressenControleren),
    },
    may('taak.behandelen') && {
      id: 'nieuwe-taak',
      naam: t.nieuweTaak,
      woorden: t.nieuweTaakWoorden,
      icoon: 'taak',
      run: go(paden.nieuweTaak),
    },
    may('taak.lezen') && {
      id: 'mijn-werk',
      naam: t.mijnWerk,
      woorden: t.mijnWerkWoorden,
      icoon: 'taak',
      run: go(paden.mijnWerk),
    },
    ...(may('taak.lezen') ? ik.teams : []).map(
      (team): UitvoerbareActie => ({
        id: `team-${team.id}`,
        naam: t.team(team.naam),
        icoon: 'mensen',
        run: go(paden.team(team.id)),
      }),
    ),
    may('taak.lezen') && {
      id: 'beloften',
      naam: t.beloften,
      woorden: t.beloftenWoorden,
      icoon: 'vlag',
      run: go(paden.beloften),
    },
    may('overzicht.lezen') && {
      id: 'vandaag',
      naam: t.vandaag,
      woorden: t.vandaagWoorden,
      icoon: 'vandaag',
      run: go(paden.vandaag),
    },
    may('beheer.medewerkers', 'beheer.inrichting') && {
      id: 'beheer',
      naam: t.beheer,
      woorden: t.beheerWoorden,
      icoon: 'instellingen',
      run: go(paden.beheer),
    },
    may('verwerkingenlog.lezen') && {
      id: 'verwerkingenlog',
      naam: t.verwerkingenlog,
      icoon: 'schild',
      run: go(paden.verwerkingenlog),
    },
    { id: 'donker', naam: t.donker, icoon: 'maan', run: () => setColorScheme('dark') },
    { id: 'licht', naam: t.licht, icoon: 'zon', run: () => setColorScheme('light') },
    { id: 'systeem', naam: t.systeem, icoon: 'instellingen', run: () => setColorScheme('auto') },
    {
      id: 'taal',
      naam: t.taal,
      woorden: 'taal language engels english nederlands dutch',
      icoon: 'taal',
      run: () => kiesTaal(taal === 'nl' ? 'en' : 'nl'),
    },
    { id: 'account', naam: t.account, woorden: t.accountWoorden, icoon: 'persoon', run: go(paden.account) },
    { id: 'toetsen', naam: t.sneltoetsen, icoon: 'toetsenbord', toets: '?', run: () => paletOpen.set('toetsen') },
    { id: 'afmelden', naam: t.afmelden, icoon: 'uitgang', run: () => void meldAf() },
  ]
  return all.filter((each) => each !== false)
}
