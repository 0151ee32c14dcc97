import { expect, test } from 'vitest'
import { isPushadres } from './pushadres.ts'

test.each([
  'https://fcm.googleapis.com/fcm/send/abc:def',
  'https://updates.push.services.mozilla.com/wpush/v2/gAAAA',
  'https://web.push.apple.com/QGx',
])('%s is an address of a push service', (adres) => {
  expect(isPushadres(adres, [])).toBe(true)
})

test.each([
  'http://fcm.googleapis.com/fcm/send/abc',
  'https://127.0.0.1/',
  'https://0177.0.0.1/',
  'https://2130706433/',
  'https://0x7f.1/',
  'https://[::1]/',
  'https://[::ffff:a9fe:a9fe]/',
  'https://169.254.169.254/latest/meta-data/',
  'https://localhost/',
  'https://postgres:5432/',
  'https://user:pass@fcm.googleapis.com/',
  'file:///etc/passwd',
  'not an address',
  '',
])('%s is none', (adres) => {
  expect(isPushadres(adres, [])).toBe(false)
})

test('one in the own network is none, unless the administrator named it', () => {
  expect(isPushadres('http://127.0.0.1:4000/x', ['127.0.0.1'])).toBe(true)
  expect(isPushadres('http://127.0.0.2:4000/x', ['127.0.0.1'])).toBe(false)
  expect(isPushadres('ftp://127.0.0.1:4000/x', ['127.0.0.1'])).toBe(false)
})
