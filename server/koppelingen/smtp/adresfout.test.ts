import { expect, test } from 'vitest'
import { adresfout } from './adresfout.ts'

test.each([
  [550, '550 5.1.1 <jan@voorbeeld.nl>: Recipient address rejected: User unknown', { code: '5.1.1' }],
  [550, '550 5.1.10 RESOLVER.ADR.RecipientNotFound', { code: '5.1.10' }],
  [550, '5.2.1 The email account that you tried to reach is disabled', { code: '5.2.1' }],
  [550, 'No such user', { code: '' }],
  [553, 'mailbox name not allowed', { code: '' }],
  [550, '550 5.7.1 Message rejected as spam', undefined],
  [550, '5.1.8 Sender address rejected: Domain not found', undefined],
  [552, '5.2.2 Mailbox full', undefined],
  [552, 'message size exceeds limit', undefined],
  [554, 'Transaction failed', undefined],
])('%s %s', (code, tekst, wat) => {
  expect(adresfout(code, tekst)).toEqual(wat)
})
