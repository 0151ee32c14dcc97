import { resolve } from 'node:path'
import { z } from 'zod'
import { parseAllowList } from '../outgoing/privateAddress.ts'

const boolean = z
  .enum(['ja', 'nee', 'true', 'false', '1', '0'])
  .transform((value) => ['ja', 'true', '1'].includes(value))

/** Every setting of Rondom. `docs/instellingen.md` lists them; a test keeps the two in step. */
export const Settings = z.object({
  PORT: z.coerce
    .number()
    .int()
    .min(0)
    .max(65535)
    .default(3000)
    .describe('TCP port of the web server; 0 takes a free one'),
  HOST: z.string().default('127.0.0.1').describe('Address to listen on; 0.0.0.0 for every interface'),
  RONDOM_DATA: z.string().default('./.rondom').describe('Folder of the embedded database, files and generated secrets'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must start with postgres:// or postgresql://')
    .optional()
    .describe('External PostgreSQL (16 or newer); without it the embedded one is started'),
  RONDOM_ROL: z
    .enum(['alles', 'web', 'worker'])
    .default('alles')
    .describe('What this process does: web, worker or both'),
  RONDOM_DEMO: boolean
    .default(true)
    .describe('Load the demo organisatie at the first start and offer one-click sign-in'),
  RONDOM_URL: z.url().optional().describe('Public address, such as https://contact.example.nl; needed behind a proxy'),
  RONDOM_PROXY: boolean.default(false).describe('Trust X-Forwarded-For/-Proto/-Host of the proxy in front'),
  RONDOM_GEHEIM: z
    .string()
    .min(32)
    .optional()
    .describe('Secret of at least 32 characters; generated in the data folder when absent'),
  RONDOM_LOG: z
    .enum(['stil', 'fout', 'waarschuwing', 'info', 'debug'])
    .default('waarschuwing')
    .describe('Log level; info writes one line per request'),
  RONDOM_POOL: z.coerce
    .number()
    .int()
    .min(2)
    .max(200)
    .default(12)
    .describe('Database connections per organisatie and process'),
  RONDOM_WACHTTIJD: z.coerce
    .number()
    .int()
    .min(1)
    .max(600)
    .default(20)
    .describe('Seconds after which a request gets 503 when the database does not answer'),
  RONDOM_UITGAAND_INTERN: z
    .string()
    .default('')
    .describe(
      'Addresses in your own network that Rondom may call when somebody enters them (webhooks, push, registers): hosts, *.suffix, addresses or blocks such as 10.0.0.0/8, separated by commas',
    ),
  RONDOM_OPSLAG: z
    .string()
    .regex(/^(schijf|s3:\/\/[^/]+.*)$/, 'must be schijf or s3://bucket')
    .default('schijf')
    .describe('Where attachments live: schijf (in the data folder) or s3://bucket'),
  S3_ENDPOINT: z.url().optional().describe('S3-compatible endpoint'),
  S3_REGION: z.string().default('eu-central-1').describe('S3 region'),
  S3_KEY: z.string().optional().describe('S3 access key id'),
  S3_SECRET: z.string().optional().describe('S3 secret access key'),
  RONDOM_BAG: z.enum(['tabel', 'pdok']).default('tabel').describe('Address look-up: own table or PDOK Locatieserver'),
  RONDOM_SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\/[^\s]+$/, 'must be smtp://user:password@host:587 or smtps://host')
    .optional()
    .describe('Mail server, such as smtp://user:password@host:587; without it only the demo keeps its mail'),
  RONDOM_SMTP_VAN: z
    .string()
    .regex(/^([^<>]*<)?[^\s@<>]+@[^\s@<>]+>?$/, 'must be an address, or Name <address>')
    .optional()
    .describe('Address that mail is sent from, such as post@example.nl'),
  RONDOM_SMTP_DKIM: z
    .string()
    .regex(/^[\w.-]+:.+$/, 'must be selector:/path/to/key.pem')
    .optional()
    .describe('Signs mail with DKIM: selector:/path/to/key.pem, for the domain of RONDOM_SMTP_VAN'),
  RONDOM_RETOUR_SLEUTEL: z
    .string()
    .min(24)
    .optional()
    .describe('Secret of at least 24 characters with which the mail server may hand in mail that came back'),
  RONDOM_ERP: z
    .enum(['vera', 'proef', 'uit'])
    .optional()
    .describe(
      'ERP: vera (at RONDOM_ERP_URL), proef (one to try with, its own process), uit. Without it: vera when there is a URL, proef for the demo on its own database, else uit',
    ),
  RONDOM_ERP_URL: z
    .string()
    .regex(/^https?:\/\/[^\s]+$/, 'must start with http:// or https://')
    .optional()
    .describe('Address of the VERA API, such as https://{keten}.vera.io/v4; {keten} and {organisatie} are filled in'),
  RONDOM_ERP_SLEUTEL: z.string().optional().describe('Key that the ERP wants in X-API-KEY'),
  RONDOM_ERP_TOKEN_URL: z.url().optional().describe('OAuth2 token address of the ERP, instead of a key'),
  RONDOM_ERP_CLIENT_ID: z.string().optional().describe('OAuth2 client id at the ERP'),
  RONDOM_ERP_CLIENT_SECRET: z.string().optional().describe('OAuth2 client secret at the ERP'),
  OIDC_ISSUER: z.url().optional().describe('OpenID Connect issuer for employees, such as Entra ID or Keycloak'),
  OIDC_CLIENT_ID: z.string().optional().describe('OpenID Connect client id'),
  OIDC_CLIENT_SECRET: z.string().optional().describe('OpenID Connect client secret'),
  RONDOM_KLANT_OIDC_ISSUER: z
    .url()
    .optional()
    .describe('OpenID Connect issuer for customers, such as a broker of DigiD or eHerkenning'),
  RONDOM_KLANT_OIDC_CLIENT_ID: z.string().optional().describe('Client id at that issuer'),
  RONDOM_KLANT_OIDC_CLIENT_SECRET: z.string().optional().describe('Client secret at that issuer'),
  RONDOM_KLANT_OIDC_NAAM: z.string().max(40).default('DigiD').describe('Name of that provider on the sign-in page'),
  RONDOM_KLANT_OIDC_SCOPE: z.string().default('openid').describe('Scopes to ask for, separated by spaces'),
  RONDOM_KLANT_OIDC_CLAIM: z
    .enum(['bsn', 'sub', 'email'])
    .default('bsn')
    .describe(
      'Claim in the ID token that says who it is: bsn (only with the setting bsnToegestaan), sub (the number of the customer in the ERP) or email (verified there)',
    ),
  RONDOM_KLANT_OIDC_STERK: z
    .string()
    .default('')
    .describe('Values of acr, separated by spaces, that count as a second step; empty: none'),
})

export type Config = {
  port: number
  host: string
  dataDir: string
  databaseUrl: string | undefined
  web: boolean
  worker: boolean
  demo: boolean
  publicUrl: string | undefined
  trustProxy: boolean
  secret: string | undefined
  logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug'
  poolSize: number
  /** Seconds until a request is answered with 503. */
  wachttijd: number
  storage:
    | { soort: 'schijf' }
    | { soort: 's3'; bucket: string; endpoint: string | undefined; region: string; key: string; secret: string }
  /** What may be called in the own network, when somebody enters such an address: hosts, `*.suffix`, addresses, blocks. */
  uitgaandIntern: readonly string[]
  bag: 'tabel' | 'pdok'
  erp:
    | { soort: 'uit' }
    | { soort: 'proef' }
    | {
        soort: 'vera'
        url: string
        toegang:
          | { soort: 'geen' }
          | { soort: 'sleutel'; sleutel: string }
          | { soort: 'oauth'; tokenUrl: string; clientId: string; clientSecret: string }
      }
  smtp: { url: string; van: string; dkim: { selector: string; sleutelbestand: string } | undefined } | undefined
  /** With which the mail server may hand in mail that came back; without it nobody may. */
  retourSleutel: string | undefined
  oidc: { issuer: string; clientId: string; clientSecret: string } | undefined
  klantOidc:
    | {
        issuer: string
        clientId: string
        clientSecret: string
        naam: string
        scopes: string[]
        claim: 'bsn' | 'sub' | 'email'
        sterk: string[]
      }
    | undefined
}

/** A setting is wrong: the message is a sentence per setting, meant for the person who starts the server. */
export class ConfigError extends Error {}

/**
 * The only reader of the environment. Empty values count as absent.
 * @throws ConfigError with one sentence per wrong setting
 */
export function readConfig(env: Record<string, string | undefined> = process.env): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = Settings.safeParse(given)
  if (!parsed.success) {
    throw new ConfigError(
      parsed.error.issues
        .map(
          (issue) =>
            `Setting ${issue.path.join('.')} is wrong: ${issue.message}. It is ${JSON.stringify(given[String(issue.path[0])] ?? null)} now.`,
        )
        .join('\n'),
    )
  }
  const s = parsed.data
  return {
    port: s.PORT,
    host: s.HOST,
    dataDir: resolve(s.RONDOM_DATA),
    databaseUrl: s.DATABASE_URL,
    web: s.RONDOM_ROL !== 'worker',
    worker: s.RONDOM_ROL !== 'web',
    demo: s.RONDOM_DEMO,
    publicUrl: s.RONDOM_URL,
    trustProxy: s.RONDOM_PROXY,
    secret: s.RONDOM_GEHEIM,
    logLevel: ({ stil: 'silent', fout: 'error', waarschuwing: 'warn', info: 'info', debug: 'debug' } as const)[
      s.RONDOM_LOG
    ],
    poolSize: s.RONDOM_POOL,
    wachttijd: s.RONDOM_WACHTTIJD,
    storage: storageOf(s),
    uitgaandIntern: uitgaandInternOf(s),
    bag: s.RONDOM_BAG,
    erp: erpOf(s),
    smtp: smtpOf(s),
    retourSleutel: s.RONDOM_RETOUR_SLEUTEL,
    oidc: oidcOf(s),
    klantOidc: klantOidcOf(s),
  }
}

function storageOf(s: z.output<typeof Settings>): Config['storage'] {
  if (s.RONDOM_OPSLAG === 'schijf') return { soort: 'schijf' }
  if (!s.S3_KEY || !s.S3_SECRET) {
    throw new ConfigError('RONDOM_OPSLAG names an S3 bucket, so S3_KEY and S3_SECRET are needed too.')
  }
  const bucket = s.RONDOM_OPSLAG.slice('s3://'.length)
  return { soort: 's3', bucket, endpoint: s.S3_ENDPOINT, region: s.S3_REGION, key: s.S3_KEY, secret: s.S3_SECRET }
}

function uitgaandInternOf(s: z.output<typeof Settings>): readonly string[] {
  const list = s.RONDOM_UITGAAND_INTERN.split(',')
    .map((entry) => entry.trim())
    .filter(Boolean)
  try {
    parseAllowList(list)
  } catch (error) {
    throw new ConfigError(`Setting RONDOM_UITGAAND_INTERN is wrong: ${(error as Error).message}.`)
  }
  return list
}

function smtpOf(s: z.output<typeof Settings>): Config['smtp'] {
  if (!s.RONDOM_SMTP_URL) return undefined
  if (!s.RONDOM_SMTP_VAN) throw new ConfigError('RONDOM_SMTP_URL is set, so RONDOM_SMTP_VAN is needed too.')
  const [, selector, sleutelbestand] = /^([^:]+):(.+)$/.exec(s.RONDOM_SMTP_DKIM ?? '') ?? []
  const dkim = selector && sleutelbestand ? { selector, sleutelbestand } : undefined
  return { url: s.RONDOM_SMTP_URL, van: s.RONDOM_SMTP_VAN, dkim }
}

function erpOf(s: z.output<typeof Settings>): Config['erp'] {
  const soort = s.RONDOM_ERP ?? (s.RONDOM_ERP_URL ? 'vera' : s.RONDOM_DEMO && !s.DATABASE_URL ? 'proef' : 'uit')
  if (soort === 'proef' && s.RONDOM_ROL !== 'alles') {
    throw new ConfigError('RONDOM_ERP=proef is one process beside one server, so RONDOM_ROL must be alles.')
  }
  if (soort !== 'vera') return { soort }
  if (!s.RONDOM_ERP_URL) throw new ConfigError('RONDOM_ERP is vera, so RONDOM_ERP_URL is needed too.')
  return { soort, url: s.RONDOM_ERP_URL, toegang: erpToegangOf(s) }
}

function erpToegangOf(s: z.output<typeof Settings>): Extract<Config['erp'], { soort: 'vera' }>['toegang'] {
  const { RONDOM_ERP_TOKEN_URL: tokenUrl, RONDOM_ERP_CLIENT_ID: clientId, RONDOM_ERP_CLIENT_SECRET: clientSecret } = s
  if (!tokenUrl) return s.RONDOM_ERP_SLEUTEL ? { soort: 'sleutel', sleutel: s.RONDOM_ERP_SLEUTEL } : { soort: 'geen' }
  if (!clientId || !clientSecret) {
    throw new ConfigError(
      'RONDOM_ERP_TOKEN_URL is set, so RONDOM_ERP_CLIENT_ID and RONDOM_ERP_CLIENT_SECRET are needed too.',
    )
  }
  return { soort: 'oauth', tokenUrl, clientId, clientSecret }
}

function oidcOf(s: z.output<typeof Settings>): Config['oidc'] {
  if (!s.OIDC_ISSUER) return undefined
  if (!s.OIDC_CLIENT_ID || !s.OIDC_CLIENT_SECRET) {
    throw new ConfigError('OIDC_ISSUER is set, so OIDC_CLIENT_ID and OIDC_CLIENT_SECRET are needed too.')
  }
  return { issuer: s.OIDC_ISSUER, clientId: s.OIDC_CLIENT_ID, clientSecret: s.OIDC_CLIENT_SECRET }
}

function klantOidcOf(s: z.output<typeof Settings>): Config['klantOidc'] {
  if (!s.RONDOM_KLANT_OIDC_ISSUER) return undefined
  if (!s.RONDOM_KLANT_OIDC_CLIENT_ID || !s.RONDOM_KLANT_OIDC_CLIENT_SECRET) {
    throw new ConfigError(
      'RONDOM_KLANT_OIDC_ISSUER is set, so RONDOM_KLANT_OIDC_CLIENT_ID and RONDOM_KLANT_OIDC_CLIENT_SECRET are needed too.',
    )
  }
  return {
    issuer: s.RONDOM_KLANT_OIDC_ISSUER,
    clientId: s.RONDOM_KLANT_OIDC_CLIENT_ID,
    clientSecret: s.RONDOM_KLANT_OIDC_CLIENT_SECRET,
    naam: s.RONDOM_KLANT_OIDC_NAAM,
    scopes: s.RONDOM_KLANT_OIDC_SCOPE.split(/\s+/).filter(Boolean),
    claim: s.RONDOM_KLANT_OIDC_CLAIM,
    sterk: s.RONDOM_KLANT_OIDC_STERK.split(/\s+/).filter(Boolean),
  }
}
