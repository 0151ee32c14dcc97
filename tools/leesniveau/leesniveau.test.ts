import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { beoordeel } from './leesniveau.ts'
import { klantteksten } from './teksten.ts'
import { uitzonderingen } from './uitzonderingen.ts'

describe('a text', () => {
  it('is objected to for what a reader with B1 stumbles over', () => {
    const lang = `Wij ${'doen wat '.repeat(11)}kan.`
    expect(beoordeel(lang)).toMatchObject([{ soort: 'zin te lang' }])
    expect(beoordeel('Indien u belt, helpen wij u.')).toMatchObject([{ soort: 'moeilijk woord', advies: 'als' }])
    expect(beoordeel('Uw servicekostenafrekening komt.')).toMatchObject([{ soort: 'lang woord' }])
    const vol = Array.from({ length: 3 }, () => 'Dit is een zin die net niet te lang is, maar wel vaak.').join(' ')
    expect(beoordeel(`${vol} ${vol}`).map(({ soort }) => soort)).toEqual([])
    expect(
      beoordeel('Een zin van nu precies vijftien woorden die op zich nog net zou mogen, toch. '.repeat(3)),
    ).toMatchObject([{ soort: 'gemiddeld te lang' }])
  })

  it('is left alone when it is plain, in lines and in lists', () => {
    expect(beoordeel('U krijgt morgen bericht.\n- Pak uw sleutels.\n- Bel ons.')).toEqual([])
    expect(beoordeel('')).toEqual([])
  })
})

const root = join(import.meta.dirname, '../..')
const alle = await klantteksten(root)

it('is found wherever customers read', () => {
  const waar = alle.map((each) => each.waar)
  expect(waar.some((each) => each.startsWith('web/portaal/'))).toBe(true)
  expect(waar.some((each) => each.startsWith('processen/reparatieverzoek/berichten/'))).toBe(true)
  expect(alle.length).toBeGreaterThan(100)
})

it('is plain Dutch wherever customers read, but for the exceptions that say why', () => {
  const bezwaren = alle.flatMap(({ waar, tekst }) =>
    beoordeel(tekst)
      .filter((bezwaar) => !isUitzondering(waar, bezwaar.waar))
      .map(({ soort, waar: wat, advies }) => `${waar}: ${soort}: "${wat}" → ${advies}`),
  )
  expect(bezwaren).toEqual([])
})

it('has no exception that nothing needs any more', () => {
  const nodig = alle.flatMap(({ waar, tekst }) => beoordeel(tekst).map((bezwaar) => [waar, bezwaar.waar] as const))
  const over = uitzonderingen.filter(
    (each) => !nodig.some(([waar, wat]) => waar.startsWith(each.waar) && wat.startsWith(each.wat)),
  )
  expect(over).toEqual([])
})

function isUitzondering(waar: string, wat: string): boolean {
  return uitzonderingen.some((each) => waar.startsWith(each.waar) && wat.startsWith(each.wat))
}
