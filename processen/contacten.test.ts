import { afterAll, beforeAll, expect, it } from 'vitest'
import { seedInrichting } from '#server/beheer/index.ts'
import { registerKlantcontact } from '#server/klantcontacten/index.ts'
import { newId } from '#server/platform/ids.ts'
import { startTestRondom, type TestRondom } from '#server/platform/testing/rondom.ts'
import { laadLevering, startProces } from '#server/processen/index.ts'
import { persoonIn } from '#server/relaties/testing/partijen.ts'
import { listTakenVanZaak } from '#server/taken/index.ts'
import { linkKlantcontact } from '#server/zaken/index.ts'

let rondom: TestRondom
beforeAll(async () => {
  rondom = await startTestRondom()
  await rondom.write(seedInrichting)
  await rondom.write(laadLevering)
})
afterAll(() => rondom.close())

it('the third contact about one repair brings in a casemanager, the fourth no other', async () => {
  const { id: partijId } = await persoonIn(rondom)
  const antwoorden = { gevaar: 'geen', ruimte: 'DAK', element: 'GOO', defect: 'LEK', omschrijving: 'De goot lekt' }
  const { zaakId } = await rondom.write((w) => startProces(w, { proces: 'reparatieverzoek', partijId, antwoorden }))
  const belt = () =>
    rondom.write(async (w) => {
      const contact = await registerKlantcontact(w, {
        gesprekId: newId(),
        partijId,
        type: 'vraag',
        kanaalCode: 'telefoon',
        richting: 'inkomend',
        onderwerp: 'Wanneer komt de vakman?',
        directBeantwoord: true,
        contactGelukt: true,
      })
      await linkKlantcontact(w, zaakId, contact.id)
    })
  const casemanagers = async () =>
    (await listTakenVanZaak(rondom.db, zaakId)).filter(({ onderwerp }) => onderwerp.startsWith('Casemanager'))

  await belt()
  await belt()
  expect(await casemanagers()).toEqual([])
  await belt()
  expect(await casemanagers()).toMatchObject([
    { onderwerp: 'Casemanager: 3 keer contact over dezelfde reparatie', prioriteit: 'hoog' },
  ])
  await belt()
  expect(await casemanagers()).toHaveLength(1)
})
