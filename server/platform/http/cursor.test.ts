import fc from 'fast-check'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { page, readCursor, writeCursor } from './cursor.ts'

const NaamEnId = z.tuple([z.string(), z.string()])

it('reads back what it wrote', () => {
  fc.assert(
    fc.property(fc.string(), fc.uuid(), (naam, id) => {
      expect(readCursor(NaamEnId, writeCursor([naam, id]))).toEqual([naam, id])
    }),
  )
})

it('refuses every text that it did not write', () => {
  expect(() => readCursor(NaamEnId, 'geen-cursor')).toThrow('Niet alle velden')
  expect(() => readCursor(NaamEnId, writeCursor(['te kort']))).toThrow('Niet alle velden')
  expect(readCursor(NaamEnId, undefined)).toBeUndefined()
})

it('gives a cursor only when there is more', () => {
  const key = (n: number) => [n]

  expect(page([1, 2, 3], 3, key)).toEqual({ rijen: [1, 2, 3] })
  expect(page([1, 2, 3], 2, key)).toEqual({ rijen: [1, 2], volgende: writeCursor([2]) })
  expect(page([], 2, key)).toEqual({ rijen: [] })
})
