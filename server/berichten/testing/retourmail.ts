type Wat = { berichtId: string; aan: string; actie?: string; status?: string; enveloppe?: boolean }

/** What Postfix sends when a mail comes back (RFC 3464, with lines folded as it does). */
export function retourmail({ berichtId, aan, actie = 'failed', status = '5.1.1', enveloppe = false }: Wat): string {
  return `Return-Path: <>
From: MAILER-DAEMON@mx.wonenhier.example (Mail Delivery System)
Subject: Undelivered Mail Returned to Sender
To: post@wonenhier.example
Auto-Submitted: auto-replied
MIME-Version: 1.0
Message-ID: <20261123100012.4F2C1A0@mx.wonenhier.example>
Content-Type: multipart/report; report-type=delivery-status;
	boundary="9E0.1763892012/mx"

--9E0.1763892012/mx
Content-Description: Notification
Content-Type: text/plain; charset=us-ascii

I'm sorry to have to inform you that your message could not be delivered.

--9E0.1763892012/mx
Content-Description: Delivery report
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.wonenhier.example
${enveloppe ? `Original-Envelope-Id: ${berichtId}\n` : ''}Arrival-Date: Mon, 23 Nov 2026 10:00:11 +0000 (UTC)

Final-Recipient: rfc822; ${aan}
Original-Recipient: rfc822;${aan}
Action: ${actie}
Status: ${status}
Remote-MTA: dns; mx.voorbeeld.nl
Diagnostic-Code: smtp; 550 ${status} <${aan}>: Recipient address
    rejected: User unknown

--9E0.1763892012/mx
Content-Description: Undelivered Message Headers
Content-Type: text/rfc822-headers

Message-ID: <${berichtId}@wonenhier.example>
Subject: Uw afspraak

--9E0.1763892012/mx--
`.replaceAll('\n', '\r\n')
}
