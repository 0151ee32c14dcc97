import type { GesprekInhoud, GesprekVraag } from '#contract/gesprekken.ts'
import type { Richting } from '#contract/klantcontacten.ts'

/** Every field has a value from the start, so that nobody further on has to think of "not there". */
export function leegGesprek(start: {
  kanaalCode: string | null
  richting: Richting
  vraag: GesprekVraag
}): GesprekInhoud {
  return {
    kanaalCode: start.kanaalCode,
    richting: start.richting,
    naam: '',
    digitaalAdres: '',
    contactGelukt: null,
    vragen: [start.vraag],
  }
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

/** Nothing was typed: such a draft may be thrown away without asking. */
export function isLeeg(inhoud: GesprekInhoud): boolean {
  return inhoud.vragen.every(
    (vraag) =>
      `${vraag.onderwerp}${vraag.vraag}${vraag.antwoord}${vraag.interneNotitie}${vraag.taak.toelichting}`.trim() ===
        '' &&
      vraag.bijlageIds.length === 0 &&
      vraag.koppelingen.length === 0,
  )
}
