import type { GesprekInhoud, GesprekVraag } from '#contract/gesprekken.ts'
import { notitieMax } from '#contract/klantcontacten.ts'
import type { InvalidParam } from '#server/platform/errors.ts'

/** What the rules need to know of the world; looked up before. */
export type Bekend = {
  partijId: string | null
  kanalen: ReadonlySet<string>
  teams: ReadonlySet<string>
  onderwerpen: ReadonlySet<string>
  /** Templates this employee may use, by id; `bijlageVerplicht` of each. */
  sjablonen: ReadonlyMap<string, { bijlageVerplicht: boolean; naam: string; notitietekst: string }>
  bijlagen: ReadonlySet<string>
  /** `soort:objectId` of what exists and may be linked for this klant. */
  koppelbaar: ReadonlySet<string>
  /** Earlier posts of this klant that this employee may answer. */
  beantwoordbaar: ReadonlySet<string>
  /** Zaken that were begun during this contact: what was asked goes on there. */
  begonnenZaken: ReadonlySet<string>
}

/** Everything that keeps a contact from being registered, each named by its field. Empty: it may be. */
export function checkGesprek(inhoud: GesprekInhoud, bekend: Bekend): InvalidParam[] {
  const found: InvalidParam[] = []
  const add = (name: string, code: string, reason: string) => found.push({ name, code, reason })
  if (!inhoud.kanaalCode || !bekend.kanalen.has(inhoud.kanaalCode)) {
    add('inhoud.kanaalCode', 'verplicht', 'Kies het kanaal.')
  }
  if (!bekend.partijId && inhoud.naam.trim() === '') {
    add('partijId', 'verplicht', 'Kies de klant, of vul in wie er contact opnam.')
  }
  const reached = inhoud.contactGelukt !== false
  inhoud.vragen.forEach((vraag, index) => {
    const at = `inhoud.vragen.${index}`
    checkTexts(vraag, at, add)
    checkFollowUp(vraag, at, { reached, uitgaand: inhoud.richting === 'uitgaand' }, bekend, add)
    checkReferences(vraag, at, bekend, add)
  })
  const used = inhoud.vragen.flatMap((vraag) => vraag.bijlageIds)
  if (new Set(used).size < used.length) {
    add('inhoud.vragen.0.bijlageIds', 'dubbel', 'Een bijlage hoort bij één vraag.')
  }
  return found
}

/** Ids of our own are uuids; numbers of other registers are not. */
export const isUuid = (id: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)

type Add = (name: string, code: string, reason: string) => void

function checkTexts(vraag: GesprekVraag, at: string, add: Add): void {
  const terugkoppeling = vraag.type === 'terugkoppeling'
  if (!terugkoppeling && vraag.vraag.trim() === '') add(`${at}.vraag`, 'verplicht', 'Schrijf op wat de klant vraagt.')
  if ((terugkoppeling || vraag.directBeantwoord) && vraag.antwoord.trim() === '') {
    add(`${at}.antwoord`, 'verplicht', 'Schrijf op wat u de klant heeft geantwoord.')
  }
  for (const field of ['vraag', 'antwoord', 'interneNotitie'] as const) tooLong(field, vraag[field], notitieMax)
  tooLong('taak.toelichting', vraag.taak.toelichting, notitieMax)
  tooLong('onderwerp', vraag.onderwerp, 200)
  tooLong('taak.onderwerp', vraag.taak.onderwerp, 200)

  function tooLong(field: string, text: string, max: number) {
    if (text.trim().length > max) {
      const over = text.trim().length - max
      add(`${at}.${field}`, 'te-lang', `Hoogstens ${max.toLocaleString('nl-NL')} tekens; dit zijn er ${over} te veel.`)
    }
  }
}

/** Answered at once, a taak, or a zaak that came of it: a question with none of these would be lost. */
function checkFollowUp(
  vraag: GesprekVraag,
  at: string,
  contact: { reached: boolean; uitgaand: boolean },
  bekend: Bekend,
  add: Add,
): void {
  const { taak } = vraag
  const wordtZaak = vraag.koppelingen.some(
    ({ soort, objectId }) => soort === 'zaak' && bekend.begonnenZaken.has(objectId),
  )
  if (taak.aanmaken) {
    if (vraag.directBeantwoord) {
      add(`${at}.taak.aanmaken`, 'tegenstrijdig', 'Een vraag die direct is beantwoord, krijgt geen taak.')
    }
    if (!taak.teamId || !bekend.teams.has(taak.teamId)) {
      add(`${at}.taak.teamId`, 'verplicht', 'Kies het team dat de taak krijgt.')
    }
    if (taak.belofte && !bekend.partijId) {
      add(`${at}.taak.belofte`, 'geen-klant', 'Een belofte doet u aan een bekende klant. Kies de klant.')
    }
  } else if (wordtZaak) {
    // Nothing to add: its process sees to it.
  } else if (vraag.type === 'klacht' && !vraag.directBeantwoord) {
    add(`${at}.taak.aanmaken`, 'verplicht', 'Een klacht krijgt altijd een taak voor het team dat klachten behandelt.')
  } else if (!vraag.directBeantwoord && vraag.type !== 'terugkoppeling' && contact.reached && !contact.uitgaand) {
    add(`${at}.directBeantwoord`, 'verplicht', 'Geef het antwoord, of maak een taak. Anders blijft de vraag liggen.')
  }
  if (vraag.toonInPortaal && vraag.vertrouwelijk) {
    add(`${at}.toonInPortaal`, 'tegenstrijdig', 'Een vertrouwelijk contact kan niet in het klantportaal.')
  }
}

function checkReferences(vraag: GesprekVraag, at: string, bekend: Bekend, add: Add): void {
  const sjabloon = vraag.sjabloonId ? bekend.sjablonen.get(vraag.sjabloonId) : undefined
  if (vraag.sjabloonId && !sjabloon) {
    add(`${at}.sjabloonId`, 'onbekend', 'Dit sjabloon kunt u niet (meer) gebruiken. Kies een ander.')
  }
  if (sjabloon?.notitietekst && vraag.vraag.trim() === sjabloon.notitietekst.trim()) {
    add(`${at}.vraag`, 'niet-ingevuld', 'Vul de tekst van het sjabloon in.')
  }
  if (sjabloon?.bijlageVerplicht && vraag.bijlageIds.length === 0) {
    add(`${at}.bijlageIds`, 'verplicht', `Bij "${sjabloon.naam}" hoort een bijlage.`)
  }
  if (vraag.antwoordOp && !bekend.beantwoordbaar.has(vraag.antwoordOp)) {
    add(`${at}.antwoordOp`, 'onbekend', 'Dit contact hoort niet bij deze klant.')
  }
  vraag.onderwerpIds.forEach((id, i) => {
    if (!bekend.onderwerpen.has(id)) add(`${at}.onderwerpIds.${i}`, 'onbekend', 'Dit onderwerp is er niet meer.')
  })
  vraag.bijlageIds.forEach((id, i) => {
    if (!bekend.bijlagen.has(id))
      add(`${at}.bijlageIds.${i}`, 'onbekend', 'Deze bijlage is er niet meer. Voeg haar opnieuw toe.')
  })
  vraag.koppelingen.forEach(({ soort, objectId }, i) => {
    // The number of a zaak in another register is taken as it is; one of ours must be there.
    const elders = soort === 'zaak' && !isUuid(objectId)
    if (!elders && !bekend.koppelbaar.has(`${soort}:${objectId}`)) {
      add(`${at}.koppelingen.${i}`, 'onbekend', 'Dit kan niet aan deze klant worden gekoppeld.')
    }
  })
}
