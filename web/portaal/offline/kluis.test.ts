import 'fake-indexeddb/auto'
import { openDB } from 'idb'
import { afterEach, expect, test } from 'vitest'
import { type Kluis, openKluis, vluchtigeKluis } from './kluis.ts'

let kluis: Kluis
afterEach(() => kluis.leeg())

test.each([
  ['on the device', openKluis],
  ['in memory', async () => vluchtigeKluis()],
])('gives back what was put in, %s', async (_waar, open) => {
  kluis = await open()
  await kluis.bewaar('concept', 'a', { tekst: 'De kraan lekt', bedrag: 12 })
  await kluis.bewaar('concept', 'b', [1])
  await kluis.bewaar('wachtrij', 'a', 'anders')

  expect(await kluis.haal('concept', 'a')).toEqual({ tekst: 'De kraan lekt', bedrag: 12 })
  expect(await kluis.alle('concept')).toEqual([
    ['a', { tekst: 'De kraan lekt', bedrag: 12 }],
    ['b', [1]],
  ])

  await kluis.wis('concept', 'a')

  expect(await kluis.haal('concept', 'a')).toBeUndefined()
  expect(await kluis.haal('wachtrij', 'a')).toBe('anders')
})

test('keeps a photo as it is, with its name', async () => {
  kluis = await openKluis()
  const foto = new File([new Uint8Array([0, 1, 0, 255, 123, 0])], 'kraan.jpg', { type: 'image/jpeg' })
  await kluis.bewaar('bestand', 'x', foto)

  const terug = (await kluis.haal<File>('bestand', 'x')) as File

  expect([terug.name, terug.type]).toEqual(['kraan.jpg', 'image/jpeg'])
  expect([...new Uint8Array(await terug.arrayBuffer())]).toEqual([0, 1, 0, 255, 123, 0])
})

test('nobody reads it without the key, and the key cannot be taken out', async () => {
  kluis = await openKluis()
  await kluis.bewaar('gelezen', 'ik', { naam: 'Van den Berg' })

  const ruw = await openDB('rondom-portaal', 1)
  const { inhoud } = (await ruw.get('gelezen', 'ik')) as { inhoud: ArrayBuffer }
  const slot = (await ruw.get('slot', 'slot')) as CryptoKey
  ruw.close()

  expect(new TextDecoder().decode(inhoud)).not.toContain('Berg')
  expect(slot.extractable).toBe(false)
})

test('leaves nothing behind when one signs out, not even the key', async () => {
  kluis = await openKluis()
  await kluis.bewaar('gelezen', 'ik', { naam: 'Van den Berg' })
  await kluis.leeg()

  const ruw = await openDB('rondom-portaal', 1)

  expect(await ruw.count('gelezen')).toBe(0)
  expect(await ruw.count('slot')).toBe(0)
  ruw.close()
  kluis = await openKluis()
})

test('two tabs that begin at once have the same key', async () => {
  const [een, ander] = await Promise.all([openKluis(), openKluis()])
  await een.bewaar('concept', 'a', 'tekst')
  kluis = een

  expect(await ander.haal('concept', 'a')).toBe('tekst')
})
