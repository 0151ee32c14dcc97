import { expect, test } from 'vitest'
import { vluchtigeKluis } from './kluis.ts'
import { type Verzender, verstuurWachtrij, type Zending } from './wachtrij.ts'

class Verbroken extends Error {}
const isVerbroken = (error: unknown) => error instanceof Verbroken
const zending = (id: string, extra: Partial<Zending> = {}): Zending => ({
  id,
  titel: 'Reparatie melden',
  soort: 'proces',
  doel: 'reparatieverzoek',
  namens: undefined,
  body: { antwoorden: {} },
  gemaaktOp: `2026-12-01T09:00:0${id}Z`,
  ...extra,
})

/** A server that does a key once, and whose line can be cut before or after it did so. */
function server(knip: { voor?: number; na?: number } = {}) {
  const gedaan = new Map<string, Zending>()
  const bestanden: string[] = []
  let verzoeken = 0
  const verzender: Verzender = {
    bestand: async (bestand) => {
      bestanden.push(bestand.name)
      return { id: `server-${bestanden.length}`, naam: bestand.name }
    },
    zending: async (each) => {
      verzoeken += 1
      if (knip.voor === verzoeken) throw new Verbroken()
      if (!gedaan.has(each.id)) gedaan.set(each.id, each)
      if (knip.na === verzoeken) throw new Verbroken()
      return { nummer: each.id }
    },
  }
  return { verzender, gedaan, bestanden }
}

async function kluisMet(...zendingen: Zending[]) {
  const kluis = vluchtigeKluis()
  for (const each of zendingen) await kluis.bewaar('wachtrij', each.id, each)
  return kluis
}

test('sends what waits in the order in which it was made, and keeps nothing of it', async () => {
  const kluis = await kluisMet(zending('2'), zending('1'))
  const { verzender, gedaan } = server()

  const uitkomsten = await verstuurWachtrij(kluis, verzender, isVerbroken)

  expect([...gedaan.keys()]).toEqual(['1', '2'])
  expect(uitkomsten.get('1')).toEqual({ antwoord: { nummer: '1' } })
  expect(await kluis.alle('wachtrij')).toEqual([])
})

test.each([
  ['before the server had it', { voor: 1 }],
  ['after the server did it', { na: 1 }],
])('a line that is cut %s makes it wait, and in the end it was done once', async (_wanneer, knip) => {
  const kluis = await kluisMet(zending('1'), zending('2'))
  const { verzender, gedaan } = server(knip)

  expect((await verstuurWachtrij(kluis, verzender, isVerbroken)).size).toBe(0)
  expect((await kluis.alle('wachtrij')).length).toBe(2)

  await verstuurWachtrij(kluis, verzender, isVerbroken)

  expect([...gedaan.keys()]).toEqual(['1', '2'])
  expect(await kluis.alle('wachtrij')).toEqual([])
})

test('photos go first and once, also when the line breaks right after; the answers name what the server has', async () => {
  const body = {
    antwoorden: {
      fotos: [
        { id: 'hier', naam: 'kraan.jpg' },
        { id: 'al-daar', naam: 'eerder.jpg' },
      ],
    },
  }
  const kluis = await kluisMet(zending('1', { body }))
  await kluis.bewaar('bestand', 'hier', new File(['x'], 'kraan.jpg'))
  const { verzender, gedaan, bestanden } = server({ voor: 1 })

  await verstuurWachtrij(kluis, verzender, isVerbroken)
  await verstuurWachtrij(kluis, verzender, isVerbroken)

  expect(bestanden).toEqual(['kraan.jpg'])
  expect(gedaan.get('1')?.body).toEqual({
    antwoorden: {
      fotos: [
        { id: 'server-1', naam: 'kraan.jpg' },
        { id: 'al-daar', naam: 'eerder.jpg' },
      ],
    },
  })
})

test('what the server refuses is told and kept, and holds up nothing else', async () => {
  const kluis = await kluisMet(zending('1'), zending('2'))
  const { verzender, gedaan } = server()
  const streng: Verzender = {
    ...verzender,
    zending: (each) =>
      each.id === '1' ? Promise.reject(new Error('Deze zaak is al gesloten.')) : verzender.zending(each),
  }

  const uitkomsten = await verstuurWachtrij(kluis, streng, isVerbroken)
  await verstuurWachtrij(kluis, verzender, isVerbroken)

  expect(uitkomsten.get('1')).toMatchObject({ fout: { message: 'Deze zaak is al gesloten.' } })
  expect([...gedaan.keys()]).toEqual(['2'])
  expect(await kluis.haal('wachtrij', '1')).toMatchObject({ geweigerd: 'Deze zaak is al gesloten.' })
})
