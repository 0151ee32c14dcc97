import type { Endpoint } from '#contract/endpoint.ts'

/** An answer that never ends; its own test follows it over a real connection. */
export const isStroom = ({ path }: Endpoint) => path === '/api/gebeurtenissen'
/** For customers in the portal; its own test calls these as each kind of customer. */
export const isVoorKlant = ({ recht }: Endpoint) => recht === 'klant' || recht === 'klant-sterk'
export const naamVan = ({ method, path }: Endpoint) => `${method} ${path}`

/**
 * What the generated input cannot get past the checks, with the reason; their slices test them with real input.
 * Sign-in needs secrets, an upload is a file, and some changes only fit a state that these data are not in.
 */
export const nietBereikt: Record<string, string> = {
  'POST /api/ik/totp': 'needs the password',
  'POST /api/ik/totp/intrekking': 'needs the password',
  'PUT /api/ik/totp': 'needs the code of an authenticator app',
  'DELETE /api/ik/passkeys/:id': 'needs an authenticator',
  'DELETE /api/ik/sessies/:id': 'needs a second session of the same employee',
  'POST /api/aanmelden/uitnodiging': 'needs the secret of an invitation',
  'POST /api/aanmelden/uitnodiging/wachtwoord': 'needs the secret of an invitation',
  'DELETE /api/samenvoegingen/:id': 'needs a merge that came before',
  'DELETE /api/bijlagen/:id': 'needs a file of a contact in progress',
  'POST /api/gesprekken/:id/bijlagen': 'needs a file',
  'POST /api/zaken/:id/documenten': 'needs a file',
  'POST /api/processen/:proces/bestanden': 'needs a file',
  'POST /api/zaken/:id/proces/overzetting': 'needs two versions of a process',
  'POST /api/beheer/procesversies/:id/overzetting': 'needs two versions of a process',
  'GET /portaal/beeld/:maat': 'needs a size that an icon has',
  'GET /enquete/:token': 'needs the secret of an invitation',
  'POST /enquete/:token': 'needs the secret of an invitation',
  'POST /aanmelden': 'is a form of a klant, not a body',
  'GET /aanmelden/code': 'needs the cookie of somebody who asked for a code',
  'POST /aanmelden/code': 'needs the cookie of somebody who asked for a code',
  'POST /aanmelden/code/opnieuw': 'needs the cookie of somebody who asked for a code',
  'POST /aanmelden/activeren': 'needs the code of a letter',
  'PUT /api/partijen/:id/portaaltoegang': 'needs a klant with an account',
  'DELETE /api/partijen/:id/portaaltoegang/sessies': 'needs a klant with an account',
  'GET /berichten/afmelden/:token': 'needs the link of a mail',
  'POST /berichten/afmelden/:token': 'needs the link of a mail',
  'POST /api/partijen/:id/digitale-adressen/herstel': 'needs an address that mail came back from',
  'POST /api/retourpost': 'needs the key of the mail server, and a file',
  'GET /api/postbus': 'is there in the demo only',
  'POST /api/beheer/procesversies/:id/scenarios': 'needs the name of a scenario',
  'POST /api/beheer/procesversies/:id/beslissingen/:beslissing': 'needs the name of a decision',
  'POST /api/zaken/:id/stappen/:element': 'needs the name of a step that waits',
  'POST /api/adressen/:id/validatie': 'needs an address that is not validated yet',
}

/** For every employee, but what it is about has a right of its own, which the slice checks. */
export const fijner = ['PUT /api/aanwezigheid', 'GET /api/aanwezigheid', 'DELETE /api/aanwezigheid']

/** Where fields belong together in a way that a schema does not say. */
export const voorbeelden: Record<string, Record<string, unknown>> = {
  'POST /api/processen/:proces/instanties': {
    antwoorden: { onderwerp: 'anders', onderwerpTekst: 'Proef', vraag: 'Proef' },
  },
  'POST /api/beheer/procesversies/:id/berichtvoorbeeld': { pad: 'berichten/proef.md', tekst: 'Dag' },
  'POST /api/beheer/procesversies/:id/proefbericht': { pad: 'berichten/proef.md', tekst: 'Dag' },
  'POST /api/beheer/procesversies/:id/proef': { start: { nu: '2026-11-23T10:00:00Z' }, stappen: [] },
  'POST /api/beheer/procesversies/:id/proef/scenario': { start: { nu: '2026-11-23T10:00:00Z' }, stappen: [] },
  'POST /api/partijen/:id/adressen': {
    postcode: '3512AB',
    huisnummer: 12,
    huisletter: '',
    land: 'NL',
    adresregels: [],
  },
  'PUT /api/partijen/:id/adressen/:onderdeelId': {
    postcode: '3512AB',
    huisnummer: 12,
    huisletter: '',
    land: 'NL',
    adresregels: [],
  },
}

/** Which row an id field means, by its name; what is not listed is a partij. */
export const tabelVan: Record<string, string> = {
  teamId: 'team',
  medewerkerId: 'medewerker',
  onderwerpId: 'onderwerp',
  bovenliggendId: 'onderwerp',
  eenheidId: 'eenheid',
  sjabloonId: 'sjabloon',
  klantcontactId: 'klantcontact',
  antwoordOp: 'klantcontact',
  taakId: 'taak',
  bijlageId: 'bijlage',
  behandelaarId: 'medewerker',
  zaakId: 'zaak',
  hoofdzaakId: 'zaak',
  complexId: 'complex',
  overeenkomstId: 'overeenkomst',
  documentId: 'zaak_document',
  vertegenwoordigerId: 'partij_persoon',
}
/** The tables most likely meant by `:id`, by what stands before it in the path. */
export const tabelBij: Record<string, string> = {
  partijen: 'partij',
  klantbeeld: 'partij',
  taken: 'taak',
  klantcontacten: 'klantcontact',
  gesprekken: 'concept',
  eenheden: 'eenheid',
  complexen: 'complex',
  bijlagen: 'bijlage',
  medewerkers: 'medewerker',
  teams: 'team',
  onderwerpen: 'onderwerp',
  sjablonen: 'sjabloon',
  samenvoegingen: 'samenvoeging',
  zaken: 'zaak',
  storingen: 'storing',
  berichten: 'bericht',
  acties: 'proces_actie',
  procesversies: 'proces_versie',
}

/** The table behind `/api/partijen/:id/<part>/:onderdeelId`. */
export const onderdeelBij: Record<string, string> = {
  adressen: 'partij_adres',
  'digitale-adressen': 'digitaal_adres',
  rekeningnummers: 'rekeningnummer',
  rollen: 'partij_rol',
  signaleringen: 'signalering',
  vertegenwoordigingen: 'vertegenwoordiging',
}
