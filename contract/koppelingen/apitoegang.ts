/** What a token of other software may read and write: `<onderdeel>.lezen` or `<onderdeel>.schrijven`. */
export const onderdelen = {
  partijen: 'Klanten, hun adressen, nummers, rekeningen en vertegenwoordigers',
  klantcontacten: 'Contactmomenten, betrokkenen, onderwerpen en bijlagen',
  internetaken: 'Taken die uit een contactmoment volgden',
  actoren: 'Medewerkers en teams, en wie bij een contactmoment hoort',
} as const
export type Onderdeel = keyof typeof onderdelen

/** What stands apart, because it shows more than others may see. */
export const bijzonder = {
  bsn: 'Burgerservicenummers lezen en vastleggen',
  vertrouwelijk: 'Vertrouwelijke contactmomenten',
  geheim: 'Adressen en nummers van wie geheimhouding heeft',
} as const
export type Bijzonder = keyof typeof bijzonder

export type Apirecht = `${Onderdeel}.${'lezen' | 'schrijven'}` | Bijzonder

/** All of them; `schrijven` does not bring `lezen` with it. */
export const apirechten: readonly Apirecht[] = [
  ...(Object.keys(onderdelen) as Onderdeel[]).flatMap((onderdeel): Apirecht[] => [
    `${onderdeel}.lezen`,
    `${onderdeel}.schrijven`,
  ]),
  ...(Object.keys(bijzonder) as Bijzonder[]),
]

export const isApirecht = (tekst: string): tekst is Apirecht => (apirechten as readonly string[]).includes(tekst)
