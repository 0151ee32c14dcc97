import { afterAll, beforeAll, expect, it } from 'vitest'
import { addTeamlid, findTeamByCode, seedInrichting } from '#server/beheer/index.ts'
import { type Client, startTestRondom, type TestRondom } from '#server/platform/testing/rondom.ts'
import { beginProef, standVan } from '#server/processen/testing/proefproces.ts'
import { laadLevering } from '#server/processen/versies/levering.ts'
import { persoonIn } from '#server/relaties/testing/partijen.ts'

/* What a scenario cannot show: more complaints at once, and a complaint of whom we do not know. */

let rondom: TestRondom
let kcc: Client
beforeAll(async () => {
  rondom = await startTestRondom()
  await rondom.write(seedInrichting)
  await rondom.write((w) => laadLevering(w))
  kcc = await rondom.als('klantcontactmedewerker')
  const team = await findTeamByCode(rondom.db, 'kcc')
  await rondom.write((w) => addTeamlid(w, team?.id ?? '', kcc.actor.medewerkerId))
})
afterAll(() => rondom.close())

const klacht = {
  onderwerp: 'besluit',
  wanneer: '2026-11-16',
  doorlopend: false,
  verhaal: 'De brief klopt niet.',
  gewensteOplossing: 'Een nieuwe brief.',
}
const buur = { indienerNaam: 'C. de Buur', indienerEmail: 'buur@voorbeeld.nl' }
const begin = (partijId: string | null, antwoorden: object = {}) =>
  beginProef(kcc, 'klacht', { partijId, antwoorden: { ...klacht, ...antwoorden } })
async function routering(zaakId: string) {
  const { beslissingen, gegevens } = await standVan(kcc, zaakId)
  const { regels } = beslissingen.find(({ beslissing }: { beslissing: string }) => beslissing === 'klacht-routering')
  return { regels: regels.map(({ nummer }: { nummer: number }) => nummer), eerder: gegevens.eerdereKlachten }
}

it('a second complaint about the same goes to the coördinator: of the same klant, or about the same zaak', async () => {
  const partijId = (await persoonIn(rondom)).id
  expect(await routering((await begin(partijId)).zaakId)).toEqual({ regels: [8], eerder: 0 })
  expect(await routering((await begin(partijId)).zaakId)).toEqual({ regels: [3], eerder: 1 })
  expect(await routering((await begin(partijId, { onderwerp: 'aannemer', overWie: 'X' })).zaakId)).toEqual({
    regels: [5],
    eerder: 0,
  })

  const zaak = { eerdereZaak: 'z2026-000123', onderwerp: 'proces' }
  expect((await routering((await begin(null, { ...buur, ...zaak })).zaakId)).eerder).toBe(0)
  expect(await routering((await begin(partijId, zaak)).zaakId)).toEqual({ regels: [3], eerder: 1 })
  // Of somebody whom we do not know, and about no zaak, there is nothing to compare.
  expect((await routering((await begin(null, buur)).zaakId)).eerder).toBe(0)
})

it('a klager whom we do not know gets his messages, and stands on the zaak by name', async () => {
  const { zaakId } = await begin(null, buur)
  const zaak = (await kcc.get(`/api/zaken/${zaakId}`)).json()
  const { rijen } = (await kcc.get(`/api/berichten?zaakId=${zaakId}`)).json()

  expect(zaak.eigenschappen).toContainEqual({ naam: 'indiener', label: 'Indiener', waarde: 'C. de Buur' })
  expect(zaak.eigenschappen).toContainEqual({ naam: 'eerdereKlachten', label: 'Eerdere klachten', waarde: '0' })
  expect(rijen).toMatchObject([{ kanaal: 'email', aan: 'buur@voorbeeld.nl' }])
})

it('a gemachtigde without e-mail gets a letter, which hangs on the klant for whom he speaks', async () => {
  const partijId = (await persoonIn(rondom)).id
  const { zaakId } = await begin(partijId, {
    via: 'gemachtigde',
    indienerNaam: 'Mr. A. Voor',
    indienerAdres: { straatnaam: 'Steenweg', huisnummer: 5, postcode: '3511 JK', woonplaats: 'Utrecht' },
  })
  const [bericht] = (await kcc.get(`/api/berichten?zaakId=${zaakId}`)).json().rijen
  const tekst = (await kcc.get(`/api/berichten/${bericht.id}`)).json().tekst

  expect(bericht).toMatchObject({ kanaal: 'brief', aanNaam: 'Mr. A. Voor', status: 'klaar' })
  expect(bericht.aan.split('\n')).toEqual(['Steenweg 5', '3511 JK  Utrecht'])
  expect(tekst).toContain('Beste Mr. A. Voor')
  expect(tekst).toContain('U doet dit namens')
  expect((await kcc.get(`/api/berichten?partijId=${partijId}`)).body).toContain(bericht.id)
})
