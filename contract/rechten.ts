/** The six roles of an employee (issue of the foundation; a person may have several). */
export const rollen = [
  'klantcontactmedewerker',
  'vakspecialist',
  'coordinator',
  'functioneel-beheerder',
  'redacteur',
  'privacy-officer',
] as const
export type Rol = (typeof rollen)[number]

export const rolNamen: Record<Rol, string> = {
  klantcontactmedewerker: 'Klantcontactmedewerker',
  vakspecialist: 'Vakspecialist',
  coordinator: 'Coördinator',
  'functioneel-beheerder': 'Functioneel beheerder',
  redacteur: 'Redacteur',
  'privacy-officer': 'Privacy-officer',
}

/** Everything one can be allowed to do. Endpoints name one of these. */
export const rechten = {
  zoeken: 'Klanten, adressen en taken zoeken',
  'partij.lezen': 'Klantgegevens inzien',
  'partij.schrijven': 'Klantgegevens toevoegen en wijzigen',
  'partij.samenvoegen': 'Dubbele klanten samenvoegen en dat terugdraaien',
  'partij.bsn': 'Burgerservicenummers inzien en vastleggen',
  'wonen.lezen': 'Woningen en overeenkomsten inzien',
  'klantcontact.lezen': 'Contactmomenten inzien',
  'klantcontact.vertrouwelijk': 'Vertrouwelijke contactmomenten inzien',
  'klantcontact.registreren': 'Contactmomenten vastleggen',
  'taak.lezen': 'Taken van de eigen teams inzien',
  'taak.behandelen': 'Taken oppakken en afronden',
  'taak.verdelen': 'Taken van alle teams inzien en verdelen',
  'zaak.lezen': 'Zaken inzien',
  'zaak.behandelen': 'Zaken behandelen',
  'zaak.vertrouwelijk': 'Alle vertrouwelijke zaken inzien',
  'storing.bijwerken': 'Bewoners informeren over een storing in hun complex',
  'proces.starten': 'Klantprocessen starten',
  'proces.acties': 'Mislukte acties van processen afhandelen',
  'proces.inzicht': 'Cijfers per klantproces inzien',
  'enquete.lezen': 'Uitkomsten van enquêtes inzien',
  'overzicht.lezen': 'Overzichten en cijfers inzien',
  'beheer.medewerkers': 'Medewerkers en teams beheren',
  'beheer.inrichting': 'Sjablonen, kanalen, onderwerpen en tijden beheren',
  'beheer.processen': 'Klantprocessen inrichten en publiceren',
  'verwerkingenlog.lezen': 'Verwerkingenlog inzien',
} as const
export type Recht = keyof typeof rechten

const klantcontact = [
  'zoeken',
  'partij.lezen',
  'partij.schrijven',
  'partij.samenvoegen',
  'wonen.lezen',
  'klantcontact.lezen',
  'klantcontact.registreren',
  'taak.lezen',
  'taak.behandelen',
  'zaak.lezen',
  'zaak.behandelen',
  'proces.starten',
  'overzicht.lezen',
] as const satisfies readonly Recht[]

const rechtenPerRol: Record<Rol, readonly Recht[]> = {
  klantcontactmedewerker: klantcontact,
  vakspecialist: [...klantcontact, 'storing.bijwerken'],
  coordinator: [
    ...klantcontact,
    'taak.verdelen',
    'klantcontact.vertrouwelijk',
    'zaak.vertrouwelijk',
    'storing.bijwerken',
    'enquete.lezen',
    'proces.acties',
    'proces.inzicht',
  ],
  // Administrators configure; they have no business in customer files (data minimisation, GDPR art. 5(1)(c)).
  'functioneel-beheerder': [
    'beheer.medewerkers',
    'beheer.inrichting',
    'beheer.processen',
    'proces.acties',
    'proces.inzicht',
    'overzicht.lezen',
  ],
  redacteur: ['overzicht.lezen'],
  'privacy-officer': ['verwerkingenlog.lezen', 'partij.bsn', 'overzicht.lezen'],
}

/** The union of what the given roles may do. */
export function rechtenVan(gegeven: readonly Rol[]): Set<Recht> {
  return new Set(gegeven.flatMap((rol) => rechtenPerRol[rol]))
}
