import type { ClientBase } from 'pg'
import type { Naamvolgorde } from '#contract/regels/naam.ts'
import type { TaakGebeurtenis } from '#contract/taken.ts'
import { tijdlijnItemVanKlantcontact } from '#server/klantcontacten/index.ts'
import { eigennaamVan, huishoudnaam, naamVan, type TijdlijnItem, tijdlijnRij } from '#server/relaties/index.ts'
import { tijdlijnItemVanTaak, verschilVanTaak } from '#server/taken/index.ts'
import type { DemoContact, DemoTaak } from './contacten.ts'
import { openNummers } from './nummers.ts'
import { tabellen } from './tabellen.ts'
import { maakToeval } from './toeval.ts'
import type { Bedrijf, Complex, Huishouden, Lid, Persoon, Woning } from './wereld.ts'

/**
 * Rows for every table of the demo, written with COPY per batch; parents before children.
 * @param volgorde the order of names in lists that this organisatie chose
 */
export async function openLading(client: ClientBase, zaad: string, volgorde: Naamvolgorde) {
  const toeval = maakToeval(`${zaad}/ids`)
  const t = tabellen()
  const nummers = await openNummers(client)
  const tellers = { partijen: 0, eenheden: 0, klantcontacten: 0, taken: 0 }

  function bedrijf(each: Bedrijf, moment: Date) {
    tellers.partijen++
    t.partij.add({
      id: each.id,
      soort: 'organisatie',
      ...eigennaamVan(each.naam),
      aanhefcode: 'BLANCO',
      aangemaakt_op: moment,
      extern_id: `demo-b-${each.id}`,
    })
    t.organisatie.add({ partij_id: each.id, naam: each.naam })
    digitaal(each.id, 'telefoonnummer', each.telefoon, true, moment)
    digitaal(each.id, 'email', each.email, true, moment)
  }

  function complex(each: Complex) {
    t.complex.add({ id: each.id, code: each.code, naam: each.naam, plaats: each.straat.woonplaats })
    for (const woning of each.leeg) eenheid(each, woning, 'LEE')
    for (const huishouden of each.huishoudens) {
      eenheid(each, huishouden.woning, 'VEH')
      gezin(each, huishouden)
    }
  }

  function eenheid(van: Complex, woning: Woning, status: string) {
    tellers.eenheden++
    const adres = {
      huisnummer: woning.huisnummer,
      toevoeging: woning.toevoeging,
      straatnaam: van.straat.straatnaam,
      postcode: van.straat.postcode,
      woonplaats: van.straat.woonplaats,
      nummeraanduiding_id: woning.nummeraanduidingId,
    }
    t.bag.add({ ...adres, gemeente: van.straat.gemeente })
    t.eenheid.add({
      ...adres,
      id: woning.id,
      code: woning.code,
      complex_id: van.id,
      status,
      detailsoort: woning.kamers > 3 ? 'EGW' : 'APP',
      bouwjaar: van.bouwjaar,
      oppervlakte: woning.oppervlakte,
      kamers: woning.kamers,
      energielabel: woning.energielabel,
    })
  }

  function gezin(van: Complex, huishouden: Huishouden) {
    const moment = new Date(huishouden.sinds)
    const hoofd = huishouden.leden[0]?.persoon
    if (!hoofd) return
    tellers.partijen++
    t.partij.add({
      id: huishouden.id,
      soort: 'huishouden',
      ...huishoudnaam({ ...hoofd, geslachtsnaam: '' }),
      aanhefcode: 'FAM',
      aangemaakt_op: moment,
      extern_id: `demo-h-${huishouden.woning.code}`,
    })
    adres(huishouden.id, van, huishouden.woning, huishouden.sinds)
    const { overeenkomst } = huishouden
    t.overeenkomst.add({
      id: overeenkomst.id,
      nummer: overeenkomst.nummer,
      eenheid_id: huishouden.woning.id,
      begindatum: huishouden.sinds,
      brutohuur_cent: overeenkomst.huurCent,
      betaalwijze: overeenkomst.betaalwijze,
    })
    for (const lid of huishouden.leden) persoon(van, huishouden, lid, moment)
  }

  function persoon(van: Complex, huishouden: Huishouden, lid: Lid, moment: Date) {
    const { persoon: mens, rol } = lid
    tellers.partijen++
    t.partij.add({
      id: mens.id,
      soort: 'persoon',
      ...naamVan(mens, volgorde),
      aanhefcode: mens.geslacht === 'M' ? 'DHR' : 'MEVR',
      aangemaakt_op: moment,
      extern_id: `demo-p-${mens.id}`,
    })
    t.persoon.add({
      partij_id: mens.id,
      initialen: mens.initialen,
      voornaam: mens.voornaam,
      tussenvoegsels: mens.tussenvoegsels,
      achternaam: mens.achternaam,
      geslachtsnaam: mens.geslachtsnaam,
      geslacht: mens.geslacht,
      geboortedatum: mens.geboortedatum,
    })
    t.rol.add({
      id: id(moment),
      partij_id: mens.id,
      in_partij_id: huishouden.id,
      rol,
      inwonend_kind: lid.inwonendKind,
      begindatum: huishouden.sinds,
    })
    adres(mens.id, van, huishouden.woning, huishouden.sinds)
    mens.telefoons.forEach((telefoon, i) => {
      digitaal(mens.id, 'telefoonnummer', telefoon, i === 0, moment)
    })
    if (mens.email) digitaal(mens.id, 'email', mens.email, true, moment)
    if (rol !== 'MBW')
      t.contractant.add({
        overeenkomst_id: huishouden.overeenkomst.id,
        partij_id: mens.id,
        rol,
        begindatum: huishouden.sinds,
      })
    signaal(mens, moment)
  }

  /** A few people carry something an employee must know before he calls or visits. */
  function signaal(mens: Persoon, moment: Date) {
    if (!toeval.kans(0.012)) return
    const [soort, detailsoort, omschrijving] = toeval.kies(signalen)
    t.signalering.add({
      id: id(moment),
      partij_id: mens.id,
      soort,
      detailsoort,
      omschrijving,
      begindatum: moment.toISOString().slice(0, 10),
    })
  }

  function adres(partijId: string, van: Complex, woning: Woning, sinds: string) {
    t.adres.add({
      id: id(new Date(sinds)),
      partij_id: partijId,
      soort: 'WOO',
      straatnaam: van.straat.straatnaam,
      huisnummer: woning.huisnummer,
      toevoeging: woning.toevoeging,
      postcode: van.straat.postcode,
      woonplaats: van.straat.woonplaats,
      nummeraanduiding_id: woning.nummeraanduidingId,
      validatie: 'gevalideerd',
      begindatum: sinds,
    })
  }

  function digitaal(
    partijId: string,
    soort: 'telefoonnummer' | 'email',
    waarde: string,
    standaard: boolean,
    moment: Date,
  ) {
    t.digitaal.add({
      id: id(moment),
      partij_id: partijId,
      soort,
      adres: waarde,
      genormaliseerd: waarde.toLowerCase(),
      is_standaard: standaard,
      begindatum: moment.toISOString().slice(0, 10),
    })
  }

  function contact(each: DemoContact, huishouden: Huishouden) {
    tellers.klantcontacten++
    const onderwerp =
      each.type === 'terugkoppeling' ? `Terugkoppeling: ${each.verhaal.titel.toLowerCase()}` : each.verhaal.titel
    const row = {
      id: each.id,
      nummer: nummers.contactmoment(),
      gesprek_id: each.antwoordOp ?? each.id,
      type: each.type,
      kanaal_code: each.kanaal,
      richting: each.richting,
      onderwerp,
      vraag: each.vraag,
      antwoord: each.antwoord,
      direct_beantwoord: each.direct,
      toon_in_portaal: each.type !== 'klacht',
      vertrouwelijk: false,
      antwoord_op: each.antwoordOp,
      medewerker_id: each.medewerkerId,
      plaatsgevonden_op: each.op,
      geregistreerd_op: each.op,
    }
    t.klantcontact.add(row)
    if (each.onderwerpId) t.contactonderwerp.add({ klantcontact_id: each.id, onderwerp_id: each.onderwerpId })
    if (each.verhaal.overWoning) {
      t.onderwerpobject.add({
        id: id(each.op),
        klantcontact_id: each.id,
        soort: 'eenheid',
        object_id: huishouden.woning.id,
        omschrijving: huishouden.woning.code,
      })
    }
    for (const [partijId, rol] of [
      [each.persoon.id, 'klant'],
      [huishouden.id, 'huishouden'],
    ] as const) {
      t.betrokkene.add({
        id: id(each.op),
        klantcontact_id: each.id,
        partij_id: partijId,
        rol,
        initiator: rol === 'klant' && each.richting === 'inkomend',
      })
      tijdlijn(tijdlijnItemVanKlantcontact(row, partijId))
    }
    if (each.taak) taak(each.taak, each, huishouden)
  }

  function taak(each: DemoTaak, van: DemoContact, huishouden: Huishouden) {
    tellers.taken++
    const row = {
      id: each.id,
      nummer: nummers.taak(),
      onderwerp: each.onderwerp,
      toelichting: each.toelichting,
      status: each.status,
      prioriteit: van.type === 'klacht' ? ('hoog' as const) : ('normaal' as const),
      team_id: each.teamId,
      medewerker_id: each.medewerkerId,
      partij_id: van.persoon.id,
      klantcontact_id: van.id,
      eenheid_id: van.verhaal.overWoning ? huishouden.woning.id : null,
      belofte: true,
      belofte_ingelost_op: each.terugkoppelingId ? each.afgerondOp : null,
      terugkoppeling_id: each.terugkoppelingId,
      vertrouwelijk: false,
      termijn_werkdagen: each.termijn,
      deadline: each.deadline,
      uitkomst: each.uitkomst,
      aangemaakt_op: each.aangemaaktOp,
      aangemaakt_door: van.medewerkerId,
      opgepakt_op: each.opgepaktOp,
      afgerond_op: each.afgerondOp,
      afgerond_door: each.afgerondOp ? each.medewerkerId : null,
    }
    t.taak.add(row)
    tijdlijn(tijdlijnItemVanTaak(row, van.persoon.id))
    const nieuw = { ...row, status: 'niet_gestart' as const, medewerker_id: null }
    historie(each, 'aangemaakt', van.medewerkerId, each.aangemaaktOp, undefined, nieuw)
    if (!each.opgepaktOp || !each.medewerkerId) return
    const opgepakt = { ...row, status: each.afgerondOp ? ('in_uitvoering' as const) : each.status }
    historie(each, 'opgepakt', each.medewerkerId, each.opgepaktOp, nieuw, opgepakt)
    if (each.afgerondOp) historie(each, 'afgerond', each.medewerkerId, each.afgerondOp, opgepakt, row)
  }

  function historie(
    { id: taak_id }: DemoTaak,
    soort: TaakGebeurtenis['soort'],
    medewerker_id: string,
    op: Date,
    ...standen: Parameters<typeof verschilVanTaak>
  ) {
    const { van, naar } = verschilVanTaak(...standen)
    t.historie.add({ id: id(op), taak_id, soort, van: { json: van }, naar: { json: naar }, medewerker_id, op })
  }

  function tijdlijn(item: TijdlijnItem) {
    const { gegevens, ...row } = tijdlijnRij(item)
    t.tijdlijn.add({ id: id(item.moment), ...row, gegevens: { json: gegevens } })
  }

  const id = (moment: Date) => toeval.id(moment.getTime())

  return {
    tellers,
    bedrijf,
    complex,
    contact,
    async stort() {
      for (const buffer of Object.values(t)) await buffer.flush(client)
      await nummers.bewaar()
    },
  }
}

const signalen = [
  ['AGR', 'AGS', 'Agressief gedrag aan de balie gehad. Bel vooraf met de coördinator.'],
  ['ONB', 'BEW', 'Staat onder bewind. Financiële zaken alleen via de bewindvoerder.'],
  ['SCH', 'BET', 'Betalingsachterstand. Verwijs naar team Incasso.'],
  ['OVE', 'GEL', 'Lopende overlastzaak met de buren.'],
] as const
