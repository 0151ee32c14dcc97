import type { Afnemer, Json } from './proef.ts'

export type Bekend = {
  partij: string
  andere: string
  organisatie: string
  klantcontact: string
  actor: string
  betrokkene: string
  categorie: string
  kvk: string
}

/** What everything else refers to. */
export async function maakBekend(afnemer: Afnemer): Promise<Bekend> {
  const persoon = (achternaam: string) => ({
    soortPartij: 'persoon',
    indicatieActief: true,
    partijIdentificatie: { contactnaam: { voorletters: 'A.', achternaam } },
  })
  const id = async (pad: string, body: Json) => (await afnemer.maak(pad, body))['uuid'] as string
  const partij = await id('/partijen', persoon('Jansen'))
  const klantcontact = await id('/klantcontacten', contact())
  return {
    partij,
    andere: await id('/partijen', persoon('Pietersen')),
    organisatie: await id('/partijen', {
      soortPartij: 'organisatie',
      indicatieActief: true,
      partijIdentificatie: { naam: 'VvE' },
    }),
    klantcontact,
    actor: await id('/actoren', {
      naam: 'Website',
      soortActor: 'geautomatiseerde_actor',
      actorIdentificatie: { functie: 'robot' },
    }),
    betrokkene: await id('/betrokkenen', {
      wasPartij: { uuid: partij },
      hadKlantcontact: { uuid: klantcontact },
      rol: 'klant',
      initiator: true,
    }),
    categorie: await id('/categorieen', { naam: 'Jongeren' }),
    kvk: await id('/partij-identificatoren', { partijIdentificator: kvk('12345678') }),
  }
}

export const contact = () => ({ kanaal: 'telefoon', onderwerp: 'Vraag', taal: 'nld', vertrouwelijk: false })
export const kvk = (objectId: string) => ({
  codeObjecttype: 'niet_natuurlijk_persoon',
  codeRegister: 'hr',
  codeSoortObjectId: 'kvk_nummer',
  objectId,
})
const codes = (objectId: string) => ({
  objectId,
  codeObjecttype: 'document',
  codeRegister: 'drc',
  codeSoortObjectId: 'uuid',
})
let volgende = 20_000_000

/** For each resource: a whole body that is taken each time, and a change of one field with what it becomes. */
export function voorbeelden(b: Bekend): Record<string, { maak: () => Json; wijzig: Json }> {
  const uuid = (id: string) => ({ uuid: id })
  return {
    partijen: {
      maak: () => ({
        soortPartij: 'contactpersoon',
        indicatieActief: true,
        indicatieGeheimhouding: null,
        interneNotitie: 'Belt liever.',
        voorkeurstaal: 'nld',
        digitaleAdressen: [],
        voorkeursDigitaalAdres: null,
        rekeningnummers: null,
        voorkeursRekeningnummer: null,
        partijIdentificatoren: [{ partijIdentificator: kvk(String(volgende++)) }],
        bezoekadres: {
          straatnaam: 'Dam',
          huisnummer: 3,
          huisnummertoevoeging: 'B',
          postcode: '1012 JS',
          stad: 'Amsterdam',
          land: 'NL',
        },
        correspondentieadres: { adresregel1: 'Postbus 12', adresregel2: '1000 AA Amsterdam' },
        partijIdentificatie: {
          contactnaam: { voorletters: 'P', voornaam: 'Piet', achternaam: 'de Wit' },
          werkteVoorPartij: uuid(b.organisatie),
        },
      }),
      wijzig: { interneNotitie: 'Mailt liever.' },
    },
    'partij-identificatoren': {
      maak: () => ({
        identificeerdePartij: null,
        partijIdentificator: kvk(String(volgende++)),
        anderePartijIdentificator: 'x-1',
      }),
      wijzig: { anderePartijIdentificator: 'x-2' },
    },
    digitaleadressen: {
      maak: () => ({
        verstrektDoorPartij: uuid(b.partij),
        verstrektDoorBetrokkene: null,
        adres: 'a.jansen@voorbeeld.nl',
        soortDigitaalAdres: 'email',
        isStandaardAdres: true,
        verificatieDatum: '2026-01-31',
      }),
      wijzig: { omschrijving: 'werk' },
    },
    rekeningnummers: {
      maak: () => ({ partij: uuid(b.partij), iban: 'NL91abna0417164300', bic: 'ABNANL2A' }),
      wijzig: { bic: 'INGBNL2A' },
    },
    vertegenwoordigingen: {
      maak: () => ({ vertegenwoordigendePartij: uuid(b.partij), vertegenwoordigdePartij: uuid(b.andere) }),
      wijzig: { vertegenwoordigdePartij: uuid(b.organisatie) },
    },
    categorieen: { maak: () => ({ naam: 'Ouderen' }), wijzig: { naam: 'Senioren' } },
    'categorie-relaties': {
      maak: () => ({ partij: uuid(b.partij), categorie: uuid(b.categorie), eindDatum: null }),
      wijzig: { eindDatum: '2027-01-01' },
    },
    klantcontacten: {
      maak: () => ({
        ...contact(),
        kanaal: 'Chat via de website',
        inhoud: 'Wanneer komt de monteur?',
        reactie: '',
        indicatieContactGelukt: false,
        verdereActieOndernomen: true,
        hoofdOnderwerpType: 'https://voorbeeld.nl/onderwerpen/1',
        plaatsgevondenOp: '2026-11-20T09:30:00+01:00',
        metadata: { bron: 'proef' },
      }),
      wijzig: { reactie: 'Morgen tussen 8 en 10.' },
    },
    betrokkenen: {
      maak: () => ({
        hadKlantcontact: uuid(b.klantcontact),
        wasPartij: null,
        rol: 'vertegenwoordiger',
        initiator: false,
        contactnaam: { voorletters: 'B', voorvoegselAchternaam: 'van', achternaam: 'Dijk' },
        organisatienaam: 'Zorg',
        bezoekadres: { straatnaam: 'Dam', huisnummer: 1 },
      }),
      wijzig: { organisatienaam: 'Welzijn' },
    },
    onderwerpobjecten: {
      maak: () => ({
        klantcontact: uuid(b.klantcontact),
        wasKlantcontact: null,
        onderwerpobjectidentificator: codes('D-1'),
      }),
      wijzig: { onderwerpobjectidentificator: codes('D-2') },
    },
    bijlagen: {
      maak: () => ({ wasBijlageVanKlantcontact: uuid(b.klantcontact), bijlageidentificator: codes('D-1') }),
      wijzig: { bijlageidentificator: codes('D-2') },
    },
    actoren: {
      maak: () => ({
        naam: 'Jan de Boer',
        soortActor: 'medewerker',
        indicatieActief: true,
        actoridentificator: codes('jb'),
        actorIdentificatie: { functie: 'adviseur', telefoonnummer: '0301234567', emailadres: 'jan@voorbeeld.nl' },
      }),
      wijzig: { naam: 'Jan Boer' },
    },
    actorklantcontacten: {
      maak: () => ({ actor: uuid(b.actor), klantcontact: uuid(b.klantcontact) }),
      wijzig: {},
    },
    internetaken: {
      maak: () => ({
        gevraagdeHandeling: 'Terugbellen',
        aanleidinggevendKlantcontact: uuid(b.klantcontact),
        toegewezenAanActoren: [uuid(b.actor)],
        toelichting: 'Na 17 uur.',
        status: 'te_verwerken',
      }),
      wijzig: { status: 'verwerkt' },
    },
  }
}
