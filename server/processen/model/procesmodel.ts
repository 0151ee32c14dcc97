/** A process as Rondom reads it: what validation, the engine's surroundings and the screens need of a diagram. */
export type Procesmodel = {
  id: string
  naam: string
  zaaktype: string
  /** FEEL for the title of the zaak. */
  omschrijving: string
  servicenorm: string
  /** Code of the team of the zaak, and of steps that name none. */
  team: string
  /** "true", or FEEL over the answers that it begins with. */
  vertrouwelijk: string
  rollen: Rolkoppeling[]
  /** Every flow node of every process and subprocess in the file. */
  stappen: Map<string, Stap>
  stromen: Stroom[]
  /** Processes in this file, the main one first: the others can be called. */
  processen: string[]
}

export type Stap = {
  id: string
  naam: string
  /** `UserTask`, `ExclusiveGateway`, … */
  soort: string
  /** The process or subprocess that it is in. */
  ouder: string
  toelichting: string
  formulier: string
  team: string
  termijn: string
  prioriteit: string
  actie: string
  bericht: string
  document: string
  beslissing: string
  resultaat: string
  status: string
  wachtOp: string
  /** The customer can do it too: `ja`, or the name of a form of his own. */
  klant: string
  /** FEEL for the id of whose step it is; empty: everybody who may see the zaak in the portal. */
  klantpartij: string
  invoer: Koppeling[]
  uitvoer: Koppeling[]
  gebeurtenissen: Gebeurtenis[]
  /** Of a boundary event: the activity it sits on. */
  gehechtAan: string | undefined
  /** Of a boundary event: ends that activity. Of the start of an event subprocess: ends what is around it. */
  onderbreekt: boolean
  /** A subprocess that an event starts. */
  doorGebeurtenis: boolean
  aangeroepen: string
  herhaling: Herhaling | undefined
}

/** Who has which role by what was answered: FEEL for the id of a medewerker, or the code of a team; null is nobody. */
export type Rolkoppeling = { rol: string; medewerker: string; team: string }
/** `waarde` is FEEL when it starts with `=`, else text. */
export type Koppeling = { naam: string; waarde: string }
export type Gebeurtenis = {
  soort: 'timer' | 'bericht' | 'signaal' | 'fout' | 'escalatie' | 'einde' | 'anders'
  type: string
  naam: string
  code: string
  tijd: { soort: 'timeDate' | 'timeDuration' | 'timeCycle'; waarde: string } | undefined
}
export type Herhaling = {
  opvolgend: boolean
  aantal: string
  verzameling: string
  item: string
  totDat: string
  lus: boolean
}
export type Stroom = {
  id: string
  naam: string
  van: string
  naar: string
  voorwaarde: string
  taal: string
  standaard: boolean
}
