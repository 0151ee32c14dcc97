import { expect, it } from 'vitest'
import { leesDag } from './leesDag.ts'

it.each([
  ['31-12-2027', '2027-12-31'],
  [' 1/2/2028 ', '2028-02-01'],
  ['29-02-2028', '2028-02-29'],
  ['', null],
  ['29-02-2027', undefined],
  ['31-04-2027', undefined],
  ['2027-12-31', undefined],
  ['morgen', undefined],
])('%j is %j', (getypt, dag) => {
  expect(leesDag(getypt)).toBe(dag)
})
