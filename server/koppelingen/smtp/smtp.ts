import { readFileSync } from 'node:fs'
import { createTransport } from 'nodemailer'
import { type Postbode, PostGeweigerd, type Zending } from '#server/berichten/postbode.ts'
import { adresfout } from './adresfout.ts'

export type SmtpInstelling = {
  /** smtp://user:password@host:587 or smtps://host */
  url: string
  /** "Naam <adres>" or an address. */
  van: string
  /** Signs what leaves (RFC 6376), so that a receiver can see that it is ours. */
  dkim?: { selector: string; sleutelbestand: string } | undefined
}

/**
 * Sends by SMTP. The Message-ID is made of the message: when the connection breaks after the server took it, and we try
 * again, both copies are the same mail to every mailbox.
 */
export function smtpPostbode({ url, van, dkim }: SmtpInstelling): Postbode {
  const adres = /<([^<>]+)>/.exec(van)?.[1] ?? van
  const transport = createTransport(url, {
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(dkim && {
      dkim: {
        domainName: adres.split('@')[1] ?? '',
        keySelector: dkim.selector,
        privateKey: readFileSync(dkim.sleutelbestand, 'utf8'),
      },
    }),
  })
  return {
    async bezorg(zending) {
      try {
        await transport.sendMail({
          messageId: `<${zending.berichtId}@${adres.split('@')[1]}>`,
          from: { name: zending.vanNaam, address: adres },
          to: { name: zending.aanNaam, address: zending.aan },
          subject: zending.onderwerp,
          date: zending.op,
          text: zending.tekst,
          html: pagina(zending),
          headers: {
            'Auto-Submitted': 'auto-generated',
            'Content-Language': zending.taal,
            // One click in the mail program is enough (RFC 8058).
            ...(zending.afmelden && { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }),
          },
          // Asks a server that can (RFC 3461) to say which message it is about when it comes back.
          dsn: { id: zending.berichtId, return: 'headers', notify: 'failure', recipient: adres },
          ...(zending.afmelden && { list: { unsubscribe: zending.afmelden } }),
          ...(zending.agenda && { icalEvent: agendaVan(zending.agenda) }),
          attachments: await Promise.all(
            zending.bijlagen.map(async (bijlage) => ({
              filename: bijlage.bestandsnaam,
              contentType: bijlage.mediatype,
              content: await bijlage.open(),
            })),
          ),
        })
      } catch (error) {
        if (isGeweigerd(error)) throw new PostGeweigerd(error.message, adresfout(error.responseCode, error.message))
        throw error
      }
    },
  }
}

/** 5yz is for ever (RFC 5321, 4.2.1); wrong credentials are mended by the administrator, so those are tried again. */
function isGeweigerd(error: unknown): error is Error & { responseCode: number } {
  if (!(error instanceof Error) || !('responseCode' in error)) return false
  const code = Number(error.responseCode)
  return code >= 500 && code < 600 && ![530, 534, 535, 538].includes(code)
}

/** A calendar program wants to know from outside what kind of message it is. */
function agendaVan(inhoud: string) {
  const methode = /^METHOD:(\w+)/m.exec(inhoud)?.[1] ?? 'PUBLISH'
  return { method: methode, filename: 'afspraak.ics', content: inhoud }
}

function pagina({ html, taal, onderwerp }: Zending): string {
  const titel = onderwerp.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  return `<!doctype html><html lang="${taal.slice(0, 2)}"><head><meta charset="utf-8"><title>${titel}</title></head><body style="font-family:sans-serif;font-size:16px;line-height:1.5;max-width:40em">${html}</body></html>`
}
