import { expect, it } from 'vitest'
import { z } from 'zod'
import { nieuwId } from './id.ts'

it('makes another valid UUID each time', () => {
  const ids = Array.from({ length: 200 }, nieuwId)

  expect(new Set(ids).size).toBe(200)
  for (const id of ids) expect(z.uuid().safeParse(id).success, id).toBe(true)
})
