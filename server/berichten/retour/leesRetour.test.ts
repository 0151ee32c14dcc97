import { expect, test } from 'vitest'
import { retourmail } from '../testing/retourmail.ts'
import { leesRetour } from './leesRetour.ts'

const id = '01a201f6-34bc-7c24-9d2b-ec3aa34170ab'

test('a report of mail that will not arrive says which message, whose address and why', () => {
  expect(leesRetour(retourmail({ berichtId: id, aan: 'Jan@Voorbeeld.nl' }))).toEqual({
    berichtId: id,
    ontvanger: 'jan@voorbeeld.nl',
    status: '5.1.1',
    reden: '550 5.1.1 <Jan@Voorbeeld.nl>: Recipient address rejected: User unknown',
  })
})

test('it is known by its envelope id when the mail itself is not in it', () => {
  const mail = retourmail({ berichtId: id, aan: 'a@b.nl', enveloppe: true }).replace(/^Message-ID: <01a2.*$/m, '')
  expect(leesRetour(mail)?.berichtId).toBe(id)
})

test.each([
  ['mail that is late', retourmail({ berichtId: id, aan: 'a@b.nl', actie: 'delayed', status: '4.4.1' })],
  ['mail that arrived', retourmail({ berichtId: id, aan: 'a@b.nl', actie: 'delivered', status: '2.0.0' })],
  ['a report that is wrong', retourmail({ berichtId: id, aan: 'a@b.nl', status: '5' })],
  ['mail of somebody else', retourmail({ berichtId: 'not-ours', aan: 'a@b.nl' })],
  ['an answer', 'From: a@b.nl\r\nSubject: Re: Uw huur\r\n\r\nAction: failed\r\nStatus: 5.1.1\r\n'],
  ['nothing', ''],
  ['rubbish', 'x'.repeat(200_000)],
])('%s is none', (_, mail) => {
  expect(leesRetour(mail)).toBeUndefined()
})
