import { z } from 'zod'
import { ErpStoring } from '#server/erp/index.ts'
import type { SafeFetch } from '#server/platform/outgoing/safeFetch.ts'

/** How the ERP knows us: by a key in a header, or by a token of its OAuth2 server (client credentials). */
export type Toegang =
  | { soort: 'sleutel'; sleutel: string }
  | { soort: 'oauth'; tokenUrl: string; clientId: string; clientSecret: string }
  | { soort: 'geen' }

export type Toegangskop = {
  kop(): Promise<Record<string, string>>
  /** The token was refused: ask for a new one next time. @returns whether that makes sense */
  vergeet(): boolean
}

const scopes = ['OHD', 'VHE', 'BOG', 'BFG'].map((keten) => `${keten}.All.ReadWrite`).concat('BVG.All.Read')

const Token = z.object({ access_token: z.string().min(1), expires_in: z.number().positive().default(300) })

export function maakToegang(toegang: Toegang, vraag: SafeFetch): Toegangskop {
  if (toegang.soort === 'geen') return { kop: async () => ({}), vergeet: () => false }
  if (toegang.soort === 'sleutel') return { kop: async () => ({ 'X-API-KEY': toegang.sleutel }), vergeet: () => false }
  const oauth = toegang
  let bewaard: { token: string; tot: number } | undefined
  let bezig: Promise<string> | undefined
  async function haal(): Promise<string> {
    const nu = Date.now()
    const antwoord = await vraag(oauth.tokenUrl, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        accept: 'application/json',
        // RFC 6749 §2.3.1: both are form-encoded before they are put in the header.
        authorization: `Basic ${Buffer.from(`${encodeURIComponent(oauth.clientId)}:${encodeURIComponent(oauth.clientSecret)}`).toString('base64')}`,
      },
      body: new URLSearchParams({ grant_type: 'client_credentials', scope: scopes.join(' ') }).toString(),
    })
    const tekst = await antwoord.text()
    if (!antwoord.ok)
      throw new ErpStoring('toegang', `De ERP geeft Rondom geen toegang (OAuth2, antwoord ${antwoord.status}).`)
    const token = Token.safeParse(leesJson(tekst))
    if (!token.success) throw new ErpStoring('onzin', 'De ERP gaf bij het aanmelden een antwoord zonder token.')
    // A little early, so that it does not end on its way.
    bewaard = { token: token.data.access_token, tot: nu + token.data.expires_in * 1000 - 20_000 }
    return bewaard.token
  }
  return {
    async kop() {
      if (bewaard && bewaard.tot > Date.now()) return { authorization: `Bearer ${bewaard.token}` }
      bezig ??= haal().finally(() => {
        bezig = undefined
      })
      return { authorization: `Bearer ${await bezig}` }
    },
    vergeet() {
      bewaard = undefined
      return true
    },
  }
}

function leesJson(tekst: string): unknown {
  try {
    return JSON.parse(tekst)
  } catch {
    return undefined
  }
}
