/** The CSV files that are known by name, and what their rows are. */
export const bestandsoorten = [
  'personen',
  'organisaties',
  'huishoudens',
  'complexen',
  'eenheden',
  'overeenkomsten',
  'adressen',
] as const
export type Bestandsoort = (typeof bestandsoorten)[number]

/** Our name of a column, and the headers under which systems export it. A list field may occur more than once. */
type Kolommen = Record<string, string>

const bereikbaar: Kolommen = {
  telefoon: 'telefoonnummer tel telefoon1 telefoonprive telefoonvast vast vastnummer telvast telprive telefoonthuis',
  mobiel: 'mobielnummer mobieletelefoon gsm mob telefoonmobiel telmobiel 06nummer mobiel1',
  telefoon2: 'tweedetelefoon telefoon3 mobiel2 telefoonoverig anderetelefoon',
  telefoonwerk: 'telwerk werktelefoon telefoonzakelijk',
  email: 'emailadres mail mailadres emailprive epost',
  email2: 'emailwerk emailzakelijk tweedeemail',
  iban: 'rekeningnummer rekening bankrekening bankrekeningnummer banknummer',
  bic: 'swift biccode',
  tenaamstelling: 'rekeninghouder naamrekeninghouder',
}

const adres: Kolommen = {
  adres: 'adresregel adresregel1 volledigadres straathuisnummer straatenhuisnummer',
  straat: 'straatnaam',
  huisnummer: 'huisnr nummerhuis hnr',
  huisletter: 'huisnummerletter letter',
  toevoeging: 'huisnummertoevoeging toev huisnrtoevoeging huisnrtoev',
  postcode: 'pc postkode',
  woonplaats: 'plaats stad woonplaatsnaam plaatsnaam',
  land: 'landcode landnaam',
}

const klant: Kolommen = {
  aanhef: 'aanhefcode aanspreking aanspreektitel titulatuur',
  geheimhouding: 'geheim geheimadres indicatiegeheim indicatiegeheimhouding',
  taal: 'voorkeurstaal taalcode',
  actief: 'isactief',
  status: 'relatiestatus',
}

const lidmaatschap: Kolommen = {
  rol: 'relatierol rolcode soortrol rolsoort relatierolsoort rolinhuishouden',
  kind: 'inwonendkind isinwonendkind',
  begindatum: 'ingangsdatum vanaf datumvanaf sinds begin datumingang startdatum lidvanaf',
  einddatum: 'tot datumtot einde datumeinde tm totenmet lidtot',
}

export const kolommen: Record<Bestandsoort, { velden: Kolommen; verplicht: string[] }> = {
  personen: {
    velden: {
      nummer:
        'persoonsnummer persoonnummer relatienummer relatienr klantnummer klantnr contactnummer huurdernummer huurdersnummer externid id nr persoonid relatieid persoonnr relatiecode debiteurnummer',
      voorletters: 'initialen voorl initials',
      voornaam: 'voornamen roepnaam',
      tussenvoegsels: 'tussenvoegsel voorvoegsel voorvoegsels tussenv tv tussenvgsl',
      achternaam: 'naam familienaam persoonsnaam achternamen',
      geslachtsnaam: 'geboortenaam meisjesnaam eigennaam',
      geslacht: 'sexe mv manvrouw gender geslachtcode',
      geboortedatum: 'gebdatum geboren gebdat datumgeboorte geboortedag',
      overlijdensdatum: 'overleden datumoverlijden overlijdatum',
      organisatienummer: 'organisatie bedrijfsnummer werktvoor contactpersoonvan',
      huishoudnummer: 'huishouden huishoudennummer huishoudnr gezinsnummer huishoudenid huishoudennr',
      huishoudnaam: 'huishoudennaam',
      ...klant,
      ...lidmaatschap,
      ...bereikbaar,
      ...adres,
    },
    verplicht: ['nummer', 'achternaam'],
  },
  organisaties: {
    velden: {
      nummer:
        'organisatienummer relatienummer relatienr klantnummer bedrijfsnummer leveranciersnummer crediteurnummer externid id nr organisatieid debiteurnummer',
      naam: 'bedrijfsnaam organisatie organisatienaam bedrijf handelsnaam',
      kvk: 'kvknummer kvknr kamervankoophandel',
      vestigingsnummer: 'vestigingsnr vestiging',
      rsin: 'fiscaalnummer rsinnummer',
      ...klant,
      ...bereikbaar,
      ...adres,
    },
    verplicht: ['nummer', 'naam'],
  },
  huishoudens: {
    velden: {
      nummer:
        'huishoudnummer huishoudennummer huishouden huishoudnr huishoudennr gezinsnummer externid id nr huishoudenid',
      naam: 'huishoudnaam huishoudennaam gezinsnaam',
      persoonnummer: 'persoonsnummer persoon lid relatienummer klantnummer huurdernummer lidnummer persoonid',
      ...klant,
      ...lidmaatschap,
      ...bereikbaar,
      ...adres,
    },
    verplicht: ['nummer'],
  },
  complexen: {
    velden: {
      code: 'complexnummer complex complexcode nummer nr complexid complexnr id',
      naam: 'complexnaam omschrijving',
      plaats: 'woonplaats stad plaatsnaam',
    },
    verplicht: ['code'],
  },
  eenheden: {
    velden: {
      code: 'eenheid eenheidnummer eenheidcode vhenummer vhenr vhe oge ogenummer objectnummer objectcode object woningnummer nummer nr id eenheidid',
      complex: 'complexcode complexnummer complexnr',
      complexnaam: 'naamcomplex',
      soort: 'eenheidsoort soorteenheid',
      detailsoort: 'woningtype type eenheidtype objecttype detailsoorteenheid',
      status: 'eenheidstatus',
      nummeraanduiding: 'bagnummeraanduiding nummeraanduidingid bagid bagnummeraanduidingid bagnummer',
      bouwjaar: 'jaarbouw',
      oppervlakte: 'woonoppervlakte m2 gbo gebruiksoppervlakte oppervlak oppervlaktem2',
      kamers: 'aantalkamers kamersaantal',
      energielabel: 'label energieklasse',
      ...adres,
    },
    verplicht: ['code'],
  },
  overeenkomsten: {
    velden: {
      nummer:
        'overeenkomstnummer contractnummer contractnr contract huurcontract overeenkomst overeenkomstnr nr id contractid',
      eenheid: 'eenheidnummer eenheidcode vhenummer vhe vhenr oge ogenummer objectnummer object woningnummer',
      huurder:
        'huurdernummer huurdersnummer persoonnummer persoonsnummer klantnummer relatienummer huurder1 hoofdhuurder contractant',
      medehuurder: 'medehuurdernummer huurder2 huurdernummer2 relatienummer2 partnernummer',
      huishouden: 'huishoudnummer huishoudennummer huishoudnr',
      organisatie: 'organisatienummer bedrijfsnummer',
      rol: 'relatierol rolcode',
      soort: 'contractsoort soortcontract overeenkomstsoort',
      status: 'contractstatus overeenkomststatus',
      begindatum: 'ingangsdatum vanaf datumvanaf begin datumingang startdatum begindatumcontract ingang',
      einddatum: 'tot datumtot einde datumeinde einddatumcontract',
      huur: 'brutohuur huurprijs maandhuur huurbedrag brutohuurbedrag brutohuurprijs',
      betaalwijze: 'betaling betaalwijzesoort wijzevanbetaling',
    },
    verplicht: ['nummer', 'begindatum'],
  },
  adressen: {
    velden: {
      nummeraanduiding: 'nummeraanduidingid bagnummeraanduiding bagid nummeraanduidingidentificatie identificatie id',
      gemeente: 'gemeentenaam',
      ...adres,
    },
    verplicht: ['nummeraanduiding', 'postcode', 'huisnummer', 'straat', 'woonplaats'],
  },
}

/** "E-mailadres " → "emailadres": capitals, accents, spaces and punctuation do not count. */
export function kaleKop(kop: string): string {
  return kop
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
}

export type Kolomkeuze = {
  /** Per column of the file the field it fills; undefined is left alone. */
  velden: (string | undefined)[]
  onbekend: string[]
  /** Columns that are left out on purpose. */
  geweigerd: string[]
  ontbreekt: string[]
}

/**
 * Which column is which.
 * @param eigen headers of this file that somebody mapped by hand (`toewijzing.json`); these go first
 */
export function kiesKolommen(
  soort: Bestandsoort,
  koppen: readonly string[],
  eigen: Record<string, string>,
): Kolomkeuze {
  const { velden: bekend, verplicht } = kolommen[soort]
  const namen = new Map(
    Object.entries(bekend).flatMap(([veld, synoniemen]) =>
      [veld, ...synoniemen.split(' ')].map((naam) => [naam, veld] as const),
    ),
  )
  const metDeHand = new Map(Object.entries(eigen).map(([kop, veld]) => [kaleKop(kop), veld]))
  const velden = koppen.map((kop) => metDeHand.get(kaleKop(kop)))
  for (const [i, kop] of koppen.entries()) {
    const veld = namen.get(kaleKop(kop))
    // The first column that could be it is it; a second "naam" stays unread instead of overwriting.
    if (velden[i] === undefined && veld && !velden.includes(veld)) velden[i] = veld
  }
  const over = koppen.filter((kop, i) => velden[i] === undefined && kop.trim() !== '')
  return {
    velden: velden.map((veld) => (veld === 'negeren' ? undefined : veld)),
    onbekend: over.filter((kop) => !isBsn(kop)),
    geweigerd: over.filter(isBsn),
    ontbreekt: verplicht.filter((veld) => !velden.includes(veld)),
  }
}

/** UAVG art. 46: a landlord has no ground for a BSN but the income test of a woningzoekende, so a file never brings one. */
const isBsn = (kop: string) => /^(bsn|burgerservicenummer|sofinummer|bsnnummer)$/.test(kaleKop(kop))

export function isVeld(soort: Bestandsoort, veld: string): boolean {
  return veld === 'negeren' || veld in kolommen[soort].velden
}
