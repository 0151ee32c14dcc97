import {
  type Instelling,
  type Instellingsleutel,
  instellingen,
  instellingsleutels,
} from '#contract/beheer/instellingen.ts'
import { tweetalig, useTeksten } from '#kit/teksten.ts'

export type Instellingtekst = { label: string; uitleg: string; keuzes: Record<string, string> }

/** The registry in the contract speaks Dutch; here is what it says, and in English. */
const nl = Object.fromEntries(
  instellingsleutels.map((sleutel): [Instellingsleutel, Instellingtekst] => {
    const { label, uitleg, keuzes = {} } = instellingen[sleutel] as Instelling
    return [sleutel, { label, uitleg, keuzes }]
  }),
) as Record<Instellingsleutel, Instellingtekst>
const teksten = tweetalig(nl, () => import('./instellingTeksten.en.ts').then((module) => module.instellingen))
export const useInstellingTeksten = () => useTeksten(teksten)

const groepen = {
  Uiterlijk: 'Uiterlijk',
  Portaal: 'Klantportaal',
  Klanten: 'Klanten',
  Kalender: 'Kalender',
  Processen: 'Processen',
  Berichten: 'Berichten aan klanten',
} satisfies Record<Instelling['groep'], string>
const groepteksten = tweetalig(groepen, () => import('./instellingTeksten.en.ts').then((module) => module.groepen))
export const useGroepTeksten = () => useTeksten(groepteksten)
