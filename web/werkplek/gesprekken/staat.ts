import type { Gesprek, GesprekInhoud, GesprekVraag, Koppeling } from '#contract/gesprekken.ts'
import type { Bijlage, Sjabloon } from '#contract/klantcontacten.ts'
import { fillVariabelen } from '#contract/regels/variabelen.ts'
import { type Botsing, voegSamen } from './voegSamen.ts'

/** What the server keeps of a contact: the part that two windows can disagree about. */
export type Tekst = { partijId: string | null; inhoud: GesprekInhoud }

/**
 * The running contact of this window. `bewaard` is what the server has at `versie`; what differs from it still has to
 * be saved. One reducer, no side effects: `useGesprek` does the calling.
 */
export type Staat = {
  id: string
  versie: number
  partij: Gesprek['partij']
  taakId: string | null
  inhoud: GesprekInhoud
  bijlagen: readonly Bijlage[]
  variabelen: Readonly<Record<string, string>>
  begonnenOp: string
  bewaard: Tekst
  bewaardOp: string
  /** Being saved at this moment. */
  onderweg: Tekst | undefined
  opslag: 'rust' | 'mislukt'
  /** Texts that another window of mine changed too. I choose; nothing is lost. */
  botsingen: readonly Botsing[]
  /** By field, such as `vragen.0.vraag`. */
  fouten: Readonly<Record<string, string>>
  /** The question that is open, by its key. */
  open: string
}

export type Actie =
  | { soort: 'server'; gesprek: Gesprek }
  | { soort: 'onderweg' }
  | { soort: 'opgeslagen'; gesprek: Gesprek }
  | { soort: 'opslaan-mislukt' }
  | { soort: 'klant'; partij: Gesprek['partij'] }
  | { soort: 'gesprek'; velden: Partial<Omit<GesprekInhoud, 'vragen'>> }
  | { soort: 'vraag'; sleutel: string; velden: Partial<Omit<GesprekVraag, 'sleutel' | 'taak'>> }
  | { soort: 'taak'; sleutel: string; velden: Partial<GesprekVraag['taak']> }
  | { soort: 'afhandeling'; sleutel: string; keuze: Afhandeling }
  | { soort: 'sjabloon'; sleutel: string; sjabloon: Sjabloon | undefined }
  | { soort: 'vraag-erbij'; sleutel: string }
  | { soort: 'vraag-weg'; sleutel: string }
  | { soort: 'open'; sleutel: string }
  | { soort: 'koppel'; sleutel: string; koppeling: Koppeling }
  | { soort: 'ontkoppel'; sleutel: string; koppeling: Koppeling }
  | { soort: 'bijlage-erbij'; sleutel: string; bijlage: Bijlage }
  | { soort: 'bijlage-weg'; id: string }
  | { soort: 'kies-tekst'; botsing: Botsing; tekst: string }
  | { soort: 'fouten'; fouten: Record<string, string> }

/** What happens with a question: the choice on screen for two fields in the data. */
export type Afhandeling = 'direct' | 'taak' | 'vastleggen'

export function afhandelingVan(vraag: GesprekVraag): Afhandeling {
  if (vraag.taak.aanmaken) return 'taak'
  return vraag.directBeantwoord ? 'direct' : 'vastleggen'
}

export function begin(gesprek: Gesprek): Staat {
  return {
    id: gesprek.id,
    versie: gesprek.versie,
    partij: gesprek.partij,
    taakId: gesprek.taakId,
    inhoud: gesprek.inhoud,
    bijlagen: gesprek.bijlagen,
    variabelen: gesprek.variabelen,
    begonnenOp: gesprek.begonnenOp,
    bewaard: tekstVan(gesprek),
    bewaardOp: gesprek.gewijzigdOp,
    onderweg: undefined,
    opslag: 'rust',
    botsingen: [],
    fouten: {},
    open: gesprek.inhoud.vragen[0]?.sleutel ?? '',
  }
}

export function nu(staat: Staat): Tekst {
  return { partijId: staat.partij?.id ?? null, inhoud: staat.inhoud }
}

/** There is text that the server does not have. */
export function isGewijzigd(staat: Staat): boolean {
  return !gelijk(nu(staat), staat.bewaard)
}

export function verwerk(staat: Staat, actie: Actie): Staat {
  switch (actie.soort) {
    case 'server':
      return neemOver(staat, actie.gesprek)
    case 'onderweg':
      return { ...staat, onderweg: nu(staat) }
    case 'opgeslagen':
      // What was typed while it was under way stays: only what was sent counts as saved.
      return {
        ...staat,
        versie: actie.gesprek.versie,
        // The klant may have been merged into another meanwhile: then the one who stayed comes back.
        bewaard: staat.onderweg
          ? { ...staat.onderweg, partijId: actie.gesprek.partij?.id ?? null }
          : tekstVan(actie.gesprek),
        ...(staat.onderweg?.partijId === (staat.partij?.id ?? null) && { partij: actie.gesprek.partij }),
        bewaardOp: actie.gesprek.gewijzigdOp,
        onderweg: undefined,
        opslag: 'rust',
        variabelen: actie.gesprek.variabelen,
      }
    case 'opslaan-mislukt':
      return { ...staat, onderweg: undefined, opslag: 'mislukt' }
    case 'klant':
      return zonderFout({ ...staat, partij: actie.partij }, 'partijId')
    case 'gesprek':
      return zonderFout({ ...staat, inhoud: { ...staat.inhoud, ...actie.velden } }, ...Object.keys(actie.velden))
    case 'vraag':
      return wijzigVraag(staat, actie.sleutel, (vraag) => ({ ...vraag, ...actie.velden }), Object.keys(actie.velden))
    case 'taak':
      return wijzigVraag(
        staat,
        actie.sleutel,
        (vraag) => ({ ...vraag, taak: { ...vraag.taak, ...actie.velden } }),
        Object.keys(actie.velden).map((veld) => `taak.${veld}`),
      )
    case 'afhandeling':
      return wijzigVraag(staat, actie.sleutel, (vraag) => metAfhandeling(vraag, actie.keuze), [
        'directBeantwoord',
        'antwoord',
        'taak.aanmaken',
        'taak.teamId',
      ])
    case 'sjabloon':
      return kiesSjabloon(staat, actie.sleutel, actie.sjabloon)
    case 'vraag-erbij': {
      const vragen = [...staat.inhoud.vragen, legeVraag(actie.sleutel)]
      return { ...staat, inhoud: { ...staat.inhoud, vragen }, open: actie.sleutel }
    }
    case 'vraag-weg': {
      const vragen = staat.inhoud.vragen.filter((vraag) => vraag.sleutel !== actie.sleutel)
      if (vragen.length === 0) return staat
      const open = staat.open === actie.sleutel ? (vragen[0]?.sleutel ?? '') : staat.open
      return { ...staat, inhoud: { ...staat.inhoud, vragen }, open, fouten: {} }
    }
    case 'open':
      return { ...staat, open: actie.sleutel }
    case 'koppel':
      return wijzigVraag(staat, actie.sleutel, (vraag) => ({
        ...vraag,
        koppelingen: [...vraag.koppelingen.filter((each) => !zelfde(each, actie.koppeling)), actie.koppeling],
      }))
    case 'ontkoppel':
      return wijzigVraag(staat, actie.sleutel, (vraag) => ({
        ...vraag,
        koppelingen: vraag.koppelingen.filter((each) => !zelfde(each, actie.koppeling)),
      }))
    case 'bijlage-erbij':
      return wijzigVraag(
        { ...staat, bijlagen: [...staat.bijlagen, actie.bijlage] },
        actie.sleutel,
        (vraag) => ({ ...vraag, bijlageIds: [...vraag.bijlageIds, actie.bijlage.id] }),
        ['bijlageIds'],
      )
    case 'bijlage-weg': {
      const vragen = staat.inhoud.vragen.map((vraag) => ({
        ...vraag,
        bijlageIds: vraag.bijlageIds.filter((id) => id !== actie.id),
      }))
      const bijlagen = staat.bijlagen.filter((bijlage) => bijlage.id !== actie.id)
      return { ...staat, bijlagen, inhoud: { ...staat.inhoud, vragen } }
    }
    case 'kies-tekst': {
      const { sleutel, veld } = actie.botsing
      const chosen = wijzigVraag(staat, sleutel, (vraag) => ({ ...vraag, [veld]: actie.tekst }))
      return { ...chosen, botsingen: staat.botsingen.filter((each) => each !== actie.botsing) }
    }
    case 'fouten':
      return { ...staat, fouten: actie.fouten, open: eersteMetFout(staat, actie.fouten) }
  }
}

/** The server has something newer: take it, with what was typed here on top of it. */
function neemOver(staat: Staat, gesprek: Gesprek): Staat {
  if (gesprek.versie <= staat.versie) return { ...staat, onderweg: undefined, bijlagen: gesprek.bijlagen }
  const theirs = tekstVan(gesprek)
  const merged = voegSamen(staat.bewaard, nu(staat), theirs)
  return {
    ...staat,
    versie: gesprek.versie,
    partij: merged.partijId === (gesprek.partij?.id ?? null) ? gesprek.partij : staat.partij,
    inhoud: merged.inhoud,
    bijlagen: gesprek.bijlagen,
    variabelen: gesprek.variabelen,
    bewaard: theirs,
    bewaardOp: gesprek.gewijzigdOp,
    onderweg: undefined,
    botsingen: [...staat.botsingen, ...merged.botsingen],
    open: merged.inhoud.vragen.some((vraag) => vraag.sleutel === staat.open)
      ? staat.open
      : (merged.inhoud.vragen[0]?.sleutel ?? ''),
  }
}

function wijzigVraag(
  staat: Staat,
  sleutel: string,
  change: (vraag: GesprekVraag) => GesprekVraag,
  velden: string[] = [],
): Staat {
  const index = staat.inhoud.vragen.findIndex((vraag) => vraag.sleutel === sleutel)
  const vragen = staat.inhoud.vragen.map((vraag) => (vraag.sleutel === sleutel ? change(vraag) : vraag))
  return zonderFout(
    { ...staat, inhoud: { ...staat.inhoud, vragen } },
    ...velden.map((veld) => `vragen.${index}.${veld}`),
  )
}

/** An objection is gone as soon as its field is touched; `koppelingen` takes `koppelingen.0` along. */
function zonderFout(staat: Staat, ...velden: string[]): Staat {
  const rest = Object.entries(staat.fouten).filter(
    ([name]) => !velden.some((veld) => name === veld || name.startsWith(`${veld}.`)),
  )
  return rest.length === Object.keys(staat.fouten).length ? staat : { ...staat, fouten: Object.fromEntries(rest) }
}

function metAfhandeling(vraag: GesprekVraag, keuze: Afhandeling): GesprekVraag {
  return {
    ...vraag,
    directBeantwoord: keuze === 'direct',
    taak: { ...vraag.taak, aanmaken: keuze === 'taak' },
  }
}

/** A template fills in what is still as it was: what somebody typed is never thrown away for it. */
function kiesSjabloon(staat: Staat, sleutel: string, sjabloon: Sjabloon | undefined): Staat {
  if (!sjabloon) return wijzigVraag(staat, sleutel, (vraag) => ({ ...vraag, sjabloonId: null }), ['sjabloonId'])
  const isFirst = staat.inhoud.vragen[0]?.sleutel === sleutel
  const tekst = fillVariabelen(sjabloon.notitietekst, staat.variabelen)
  const gesprek: GesprekInhoud = {
    ...staat.inhoud,
    kanaalCode: staat.inhoud.kanaalCode ?? sjabloon.kanaalCode,
    richting: isFirst && sjabloon.richting ? sjabloon.richting : staat.inhoud.richting,
  }
  return wijzigVraag(
    { ...staat, inhoud: gesprek },
    sleutel,
    (vraag) => ({
      ...vraag,
      sjabloonId: sjabloon.id,
      type: sjabloon.type,
      onderwerpIds: sjabloon.onderwerpIds.length > 0 ? sjabloon.onderwerpIds : vraag.onderwerpIds,
      toonInPortaal: sjabloon.toonInPortaal && !vraag.vertrouwelijk && staat.partij !== null,
      ...(sjabloon.type === 'terugkoppeling'
        ? { antwoord: vraag.antwoord.trim() === '' ? tekst : vraag.antwoord }
        : { vraag: vraag.vraag.trim() === '' ? tekst : vraag.vraag }),
      directBeantwoord: vraag.directBeantwoord && !sjabloon.taakAanmaken,
      taak: {
        ...vraag.taak,
        aanmaken: sjabloon.taakAanmaken,
        teamId: sjabloon.team?.id ?? vraag.taak.teamId,
        onderwerp: sjabloon.taakOnderwerp || vraag.taak.onderwerp,
        prioriteit: sjabloon.taakPrioriteit,
        termijnWerkdagen: sjabloon.termijnWerkdagen,
        belofte: sjabloon.belofte && staat.partij !== null,
      },
    }),
    ['sjabloonId', 'vraag', 'directBeantwoord', 'taak.aanmaken', 'taak.teamId'],
  )
}

export function legeVraag(sleutel: string): GesprekVraag {
  return {
    sleutel,
    sjabloonId: null,
    type: 'vraag',
    onderwerp: '',
    onderwerpIds: [],
    vraag: '',
    directBeantwoord: false,
    antwoord: '',
    interneNotitie: '',
    toonInPortaal: false,
    vertrouwelijk: false,
    antwoordOp: null,
    taak: {
      aanmaken: false,
      teamId: null,
      onderwerp: '',
      toelichting: '',
      prioriteit: 'normaal',
      termijnWerkdagen: null,
      belofte: true,
    },
    koppelingen: [],
    bijlageIds: [],
  }
}

function eersteMetFout(staat: Staat, fouten: Record<string, string>): string {
  const first = staat.inhoud.vragen.find((_, index) =>
    Object.keys(fouten).some((name) => name.startsWith(`vragen.${index}.`)),
  )
  return first?.sleutel ?? staat.open
}

const tekstVan = (gesprek: Gesprek): Tekst => ({ partijId: gesprek.partij?.id ?? null, inhoud: gesprek.inhoud })
const zelfde = (a: Koppeling, b: Koppeling) => a.soort === b.soort && a.objectId === b.objectId
const gelijk = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
