import { QueryClient } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { bewaarGelezen, herstelGelezen } from './gelezen.ts'
import { vluchtigeKluis } from './kluis.ts'

const ik = ['/api/portaal/ik', null, null]
const dag = 86_400_000

test('what was read is there again without a line, as old as it is', async () => {
  const kluis = vluchtigeKluis()
  const eerst = new QueryClient()
  eerst.setQueryData(ik, { naam: 'Van den Berg' })
  const stop = bewaarGelezen(eerst, kluis)
  await eerst.fetchQuery({ queryKey: ['/api/portaal/zaken', null, null], queryFn: async () => ({ rijen: [1] }) })
  stop()

  const later = new QueryClient()
  await herstelGelezen(later, kluis)

  expect(later.getQueryData(ik)).toEqual({ naam: 'Van den Berg' })
  expect(later.getQueryData(['/api/portaal/zaken', null, null])).toEqual({ rijen: [1] })
  expect(later.getQueryState(ik)?.dataUpdatedAt).toBe(eerst.getQueryState(ik)?.dataUpdatedAt)
})

test('what the server just said is not put back', async () => {
  const kluis = vluchtigeKluis()
  await kluis.bewaar('gelezen', 'ik', { sleutel: ik, antwoord: { naam: 'oud' }, op: Date.now() })
  const client = new QueryClient()
  client.setQueryData(ik, { naam: 'nieuw' })

  await herstelGelezen(client, kluis)

  expect(client.getQueryData(ik)).toEqual({ naam: 'nieuw' })
})

test('keeps nothing that is not of the portal, nothing older than a month, and no more than was looked at last', async () => {
  const kluis = vluchtigeKluis()
  const nu = Date.now()
  const gelezen = (sleutel: readonly unknown[], antwoord: unknown, op: number) =>
    kluis.bewaar('gelezen', JSON.stringify(sleutel), { sleutel, antwoord, op })
  for (let i = 0; i < 70; i++) await gelezen(['/api/portaal/zaken', { i }, null], i, nu - i)
  await gelezen(ik, 'oud', nu - 31 * dag)
  const client = new QueryClient()
  bewaarGelezen(client, kluis)
  await client.fetchQuery({ queryKey: ['lokaal concept'], queryFn: async () => 'iets' })
  await herstelGelezen(client, kluis, nu)

  expect(client.getQueryData(['/api/portaal/zaken', { i: 0 }, null])).toBe(0)
  expect(client.getQueryData(['/api/portaal/zaken', { i: 65 }, null])).toBeUndefined()
  expect(client.getQueryData(ik)).toBeUndefined()
  expect((await kluis.alle('gelezen')).length).toBe(60)
})
