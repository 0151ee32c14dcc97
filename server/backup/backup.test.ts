import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { Header } from 'tar'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { verstuurBericht } from '#server/berichten/index.ts'
import { loadDemo } from '#server/demo/index.ts'
import { importeer } from '#server/importeren/index.ts'
import { typ } from '#server/opdrachten/testing/typ.ts'
import type { Db } from '#server/platform/db/schema.ts'
import { systemActor } from '#server/platform/http/context.ts'
import { startTestRondom, type TestRondom } from '#server/platform/testing/rondom.ts'
import { checkChain } from '#server/platform/verwerkingenlog/checkChain.ts'
import { seal } from '#server/platform/verwerkingenlog/seal.ts'
import { addZaakdocument, openZaak } from '#server/zaken/index.ts'

// Whole commands on a real database; two cores that are busy with other tests make them slow, never wrong.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })

let rondom: TestRondom
let dataDir: string
let kopie: string
let voor: Record<string, string>
const sleutel = `hier/ab/${'0123456789ab'.repeat(4)}`
const documentsleutel = `hier/cd/${'ba9876543210'.repeat(4)}`
const berichtsleutel = `hier/ef/${'abcdef012345'.repeat(4)}`
const bijlage = Buffer.from('een foto van de lekkage')

beforeAll(async () => {
  rondom = await startTestRondom()
  dataDir = await mkdtemp(join(tmpdir(), 'rondom-backup-'))
  await vulAlles()
  voor = await inhoud(rondom.db)
  kopie = join(dataDir, 'kopie.tar.gz')
  const made = await typt(['backup', kopie])
  expect(made.code, made.fout).toBe(0)
  expect(made.uit.trim()).toBe(kopie)
}, 120_000)
afterAll(async () => {
  await rondom.close()
  await rm(dataDir, { recursive: true, force: true })
})

const typt = (args: string[], geheim: string[] = []) => typ(args, { databaseUrl: rondom.databaseUrl, dataDir, geheim })

/** Data in the tables of every slice, with characters that break a careless copy. */
async function vulAlles(): Promise<void> {
  const { databaseUrl, hier, services, clock } = rondom
  await loadDemo({ databaseUrl, organisatie: hier, log: services.log, woningen: 60, nu: clock.now })
  const map = join(import.meta.dirname, '../../docs/voorbeelden/import-csv')
  await importeer({ databaseUrl, organisatie: hier, log: services.log, actor: systemActor, map, now: clock.now })
  const kcm = await rondom.als(['klantcontactmedewerker', 'coordinator'], { naam: "Piet\\t 'Hoen\t\u{1F600}" })
  await kcm.get('/api/zoeken?q=berg')
  await sql`update partij set interne_notitie = ${'a\\b\t"c"\n\\N\r\nd\u{1F600}'} where nummer % 7 = 0`.execute(
    rondom.db,
  )
  await sql`insert into samenvoeging (id, bron_id, doel_id, medewerker_id, verplaatst)
    select gen_random_uuid(), a.id, b.id, ${kcm.actor.medewerkerId}, '{"x":["\\\\"]}'
    from partij a, partij b where a.id <> b.id order by a.id, b.id limit 1`.execute(rondom.db)
  await sql`insert into bijlage (id, bestandsnaam, mediatype, omvang, sha256, opslagsleutel, klaar, medewerker_id)
    values (gen_random_uuid(), 'foto.jpg', 'image/jpeg', ${bijlage.length}, 'x', ${sleutel}, true,
            ${kcm.actor.medewerkerId})`.execute(rondom.db)
  // A document of a zaak, and a file that only went along with a message.
  await rondom.write(async (w) => {
    const zaak = await openZaak(w, { zaaktype: 'proef', zaaktypeNaam: 'Proef', omschrijving: 'Proef' })
    const bestand = { bestandsnaam: 'brief.pdf', mediatype: 'application/pdf', omvang: bijlage.length, sha256: 'x' }
    await addZaakdocument(w, zaak.id, { titel: 'Brief', ...bestand, opslagsleutel: documentsleutel })
    await verstuurBericht(w, {
      sleutel: 'proef',
      aan: 'Straat 1',
      formeel: true,
      onderwerp: 'Proef',
      tekst: 'Proef',
      bijlagen: [{ ...bestand, opslagsleutel: berichtsleutel }],
    })
  })
  for (const each of [documentsleutel, berichtsleutel]) {
    const pad = join(dataDir, 'bestanden', each)
    await mkdir(dirname(pad), { recursive: true })
    await writeFile(pad, bijlage)
  }
  await mkdir(dirname(bijlagePad()), { recursive: true })
  await writeFile(bijlagePad(), bijlage)
  await seal(rondom.db)
}

const bijlagePad = () => join(dataDir, 'bestanden', sleutel)

/** A fingerprint of the content of every table, whatever the order of its rows on disk. */
async function inhoud(db: Db): Promise<Record<string, string>> {
  const tabellen = await sql<{ naam: string }>`
    select relname as naam from pg_class where relkind = 'r' and relpersistence = 'p'
      and relnamespace = current_schema()::regnamespace order by 1`.execute(db)
  const gezien: Record<string, string> = {}
  for (const { naam } of tabellen.rows) {
    if (/^migratie|^auth_session$/.test(naam)) continue
    // The backup and the restore leave lines in the log themselves.
    const eigen = naam.startsWith('verwerking')
      ? sql`where ${sql.ref(naam === 'verwerking' ? 't.id' : 't.verwerking_id')}
      not in (select id from verwerking where object_soort = 'reservekopie')`
      : sql``
    const { rows } = await sql<{
      rij: string
    }>`select t::text as rij from ${sql.table(naam)} t ${eigen} order by 1`.execute(db)
    gezien[naam] = `${rows.length} ${createHash('sha256')
      .update(rows.map(({ rij }) => rij).join('\n'))
      .digest('hex')}`
  }
  return gezien
}

const schemas = async () =>
  (
    await sql<{ naam: string }>`select nspname as naam from pg_namespace where nspname like 'org%' order by 1`.execute(
      rondom.db,
    )
  ).rows.map(({ naam }) => naam)

/** The files of an archive, to make another one of. */
function pakOpen(tarGz: Buffer): { naam: string; inhoud: Buffer }[] {
  const tar = gunzipSync(tarGz)
  const files: { naam: string; inhoud: Buffer }[] = []
  for (let i = 0; tar[i] !== 0; ) {
    const { path = '', size = 0 } = new Header(tar, i)
    files.push({ naam: path, inhoud: tar.subarray(i + 512, i + 512 + size) })
    i += 512 + Math.ceil(size / 512) * 512
  }
  return files
}

function pakIn(files: { naam: string; inhoud: Buffer; type?: 'File' | 'SymbolicLink' }[]): Buffer {
  const delen = files.flatMap(({ naam, inhoud, type = 'File' }) => {
    const header = Buffer.alloc(512)
    new Header({ path: naam, size: inhoud.length, type, mode: 0o600, linkpath: '/etc/passwd' }).encode(header)
    return [header, inhoud, Buffer.alloc((512 - (inhoud.length % 512)) % 512)]
  })
  return gzipSync(Buffer.concat([...delen, Buffer.alloc(1024)]))
}

const manifestVan = (files: { naam: string; inhoud: Buffer }[]) =>
  JSON.parse(files.find(({ naam }) => naam === 'manifest.json')?.inhoud.toString() ?? '') as Record<string, unknown>

describe('a backup', () => {
  it('can be read by its owner only, and holds every table and attachment with its fingerprint', async () => {
    expect((await stat(kopie)).mode & 0o077).toBe(0)
    const files = pakOpen(await readFile(kopie))
    const manifest = manifestVan(files) as { tabellen: { naam: string; rijen: number; sha256: string }[] }
    for (const naam of ['partij', 'klantcontact', 'taak', 'zoek_item', 'verwerking', 'overeenkomst']) {
      const tabel = manifest.tabellen.find((each) => each.naam === naam)
      expect(tabel?.rijen, naam).toBeGreaterThan(0)
      const file = files.find((each) => each.naam === `tabellen/${naam}.copy`)
      expect(
        createHash('sha256')
          .update(file?.inhoud ?? '')
          .digest('hex'),
      ).toBe(tabel?.sha256)
    }
    for (const each of [sleutel, documentsleutel, berichtsleutel])
      expect(files.find(({ naam }) => naam === `bestanden/${each}`)?.inhoud, each).toEqual(bijlage)
    expect(manifest.tabellen.map(({ naam }) => naam)).not.toContain('auth_session')
  })

  it('is one moment: the same data gives the same fingerprints', async () => {
    const nogEen = join(dataDir, 'nog-een.tar.gz')
    expect((await typt(['backup', nogEen])).code).toBe(0)
    const tabellen = async (pad: string) => {
      const { tabellen: alle } = manifestVan(pakOpen(await readFile(pad))) as { tabellen: { naam: string }[] }
      return alle.filter(({ naam }) => !naam.startsWith('verwerking'))
    }
    expect(await tabellen(nogEen)).toEqual(await tabellen(kopie))
  })

  it('is never written over another file, and leaves nothing behind when it fails', async () => {
    const weer = await typt(['backup', kopie])
    expect(weer.code).toBe(1)
    expect(weer.fout).toContain('bestaat al')
    expect((await readdir(dataDir)).filter((naam) => naam.includes('bezig'))).toEqual([])
  })

  it('tells the doctor, and the verwerkingenlog', async () => {
    const said = await typt(['doctor', '--json'])
    const bevindingen = JSON.parse(said.uit) as { controle: string; oordeel: string }[]
    expect(bevindingen.find(({ controle }) => controle === 'reservekopie hier')?.oordeel).toBe('goed')
  })
})

describe('restoring', () => {
  it('gives back exactly what was there, keeps what came after apart, and goes on numbering', async () => {
    await sql`update partij set naam = 'Verknoeid'`.execute(rondom.db)
    await sql`delete from tijdlijn_item`.execute(rondom.db)
    const { rows } = await sql<{ nummer: number }>`
      insert into partij (id, soort, naam, sorteernaam) values (gen_random_uuid(), 'organisatie', 'Later', 'Later')
      returning nummer`.execute(rondom.db)
    await rm(bijlagePad())

    const terug = await typt(['herstel', kopie])

    expect(terug.code, terug.fout).toBe(0)
    expect(await inhoud(rondom.db)).toEqual(voor)
    expect(await readFile(bijlagePad())).toEqual(bijlage)
    expect((await typt(['doctor'])).uit).toContain(
      '! herstel: Van een eerder herstel is bewaard: org_hier_voor_herstel_',
    )
    const [oud] = (await schemas()).filter((naam) => naam.includes('voor_herstel'))
    const later = await sql<{
      naam: string
    }>`select naam from ${sql.table(`${oud}.partij`)} where naam = 'Later'`.execute(rondom.db)
    expect(later.rows).toHaveLength(1)
    const volgend = await sql<{ nummer: number }>`select nextval('contactnummer') as nummer`.execute(rondom.db)
    expect(volgend.rows[0]?.nummer).toBeGreaterThan(rows[0]?.nummer ?? 0)
  })

  it('leaves the log append-only and its chain whole', async () => {
    await seal(rondom.db)
    expect(await checkChain(rondom.db)).toMatchObject({ ok: true, openstaand: 0 })
    await expect(sql`update verwerking set doel = 'x'`.execute(rondom.db)).rejects.toThrow('alleen worden toegevoegd')
    await expect(sql`delete from klantcontact`.execute(rondom.db)).rejects.toThrow('foreign key')
  })

  it('is usable at once by who was signed in nowhere', async () => {
    const kcm = await rondom.als('klantcontactmedewerker')
    const answer = await kcm.get('/api/zoeken?q=amrani')
    expect((answer.json() as { resultaten: unknown[] }).resultaten.length).toBeGreaterThan(0)
  })

  it('cleans up what it kept, on request', async () => {
    expect((await typt(['herstel', '--opruimen'])).uit).toContain('org_hier_voor_herstel_')
    expect(await schemas()).toEqual(['org_elders', 'org_hier'])
  })

  it('brings an organisatie back on an installation that does not know it', async () => {
    const leeg = await startTestRondom()
    try {
      await sql`drop schema org_hier cascade`.execute(leeg.elders.db)
      await sql`delete from rondom.organisatie where code = 'hier'`.execute(leeg.elders.db)
      const terug = await typ(['herstel', kopie], { databaseUrl: leeg.databaseUrl, dataDir: join(dataDir, 'elders') })
      expect(terug.code, terug.fout).toBe(0)
      expect(await inhoud(leeg.db)).toEqual(voor)
    } finally {
      await leeg.close()
    }
  })

  it('needs the password of an encrypted backup', async () => {
    const geheim = join(dataDir, 'kopie.versleuteld')
    const wachtwoord = 'kreukel tafelbeen morgenzon'
    expect((await typt(['backup', geheim, '--wachtwoord'], ['kort'])).fout).toContain('minstens 12')
    const made = await typt(['backup', geheim, '--wachtwoord'], [wachtwoord])
    expect(made.code, made.fout).toBe(0)
    expect((await readFile(geheim)).includes('manifest')).toBe(false)
    expect((await typt(['herstel', geheim], ['verkeerd wachtwoord'])).fout).toContain('wachtwoord klopt niet')
    const terug = await typt(['herstel', geheim], [wachtwoord])
    expect(terug.code, terug.fout).toBe(0)
    await typt(['herstel', '--opruimen'])
  }, 60_000)
})

describe('a backup that is not right', () => {
  const probeer = async (bytes: Buffer, args: string[] = []) => {
    const pad = join(dataDir, 'kapot.tar.gz')
    await writeFile(pad, bytes)
    const was = await inhoud(rondom.db)
    const said = await typt(['herstel', pad, ...args])
    expect(said.code).toBe(1)
    expect(said.fout).not.toContain('    at ')
    expect(await inhoud(rondom.db)).toEqual(was)
    expect(await schemas()).toEqual(['org_elders', 'org_hier'])
    expect(await readdir(join(dataDir, 'bestanden', 'ontvangst'))).toEqual([])
    return said.fout
  }
  const metManifest = async (wijzig: (manifest: Record<string, unknown>) => void) => {
    const files = pakOpen(await readFile(kopie))
    const manifest = manifestVan(files)
    wijzig(manifest)
    return pakIn(
      files.map((each) =>
        each.naam === 'manifest.json' ? { ...each, inhoud: Buffer.from(JSON.stringify(manifest)) } : each,
      ),
    )
  }

  it('is refused when it was cut off', async () => {
    const goed = await readFile(kopie)
    for (const deel of [0.1, 0.5, 0.99]) {
      expect(await probeer(goed.subarray(0, Math.floor(goed.length * deel)))).toMatch(/niet compleet|beschadigd/)
    }
  })

  it('is refused when it is something else', async () => {
    expect(await probeer(Buffer.from('geen reservekopie'))).toContain('geen reservekopie')
    expect(await probeer(gzipSync(Buffer.from('geen reservekopie')))).toMatch(/geen reservekopie|niet compleet/)
  })

  it('is refused when a table was changed', async () => {
    const files = pakOpen(await readFile(kopie)).map((each) =>
      each.naam === 'tabellen/partij.copy' ? { ...each, inhoud: Buffer.concat([each.inhoud.subarray(1)]) } : each,
    )
    expect(await probeer(pakIn(files))).toContain('tabellen/partij.copy klopt niet')
  })

  it('is refused when it is of a newer Rondom', async () => {
    const nieuwer = await metManifest(
      (manifest) => void (manifest['migraties'] as string[]).push('20991231T0000_later'),
    )
    expect(await probeer(nieuwer)).toContain('nieuwere versie')
    expect(await probeer(await metManifest((manifest) => Object.assign(manifest, { formaat: 2 })))).toContain(
      'nieuwere versie',
    )
  })

  it('is refused when it is of another organisatie than was asked for', async () => {
    expect(await probeer(await readFile(kopie), ['--organisatie', 'elders'])).toContain('is van organisatie hier')
  })

  it.each([
    '../../uitbraak.txt',
    '/tmp/uitbraak.txt',
    'tabellen/../../uitbraak.copy',
    'bestanden/../../uitbraak',
    'tabellen/Partij.copy',
  ])('writes nothing outside its folder: %s', async (naam) => {
    const files = [{ naam, inhoud: Buffer.from('x') }, ...pakOpen(await readFile(kopie))]
    expect(await probeer(pakIn(files))).toContain('iets onbekends')
  })

  it('follows no link', async () => {
    const link = { naam: 'tabellen/partij.copy', inhoud: Buffer.alloc(0), type: 'SymbolicLink' as const }
    expect(await probeer(pakIn([link, ...pakOpen(await readFile(kopie))]))).toContain('iets anders dan bestanden')
  })

  it('leaves everything as it was when loading fails halfway', async () => {
    // Rows that contradict each other: a taak of a team that is not there. All fingerprints are right.
    const files = pakOpen(await readFile(kopie))
    const manifest = manifestVan(files) as {
      tabellen: { naam: string; rijen: number; omvang: number; sha256: string }[]
    }
    const team = manifest.tabellen.find(({ naam }) => naam === 'team')
    const leeg = Buffer.alloc(0)
    Object.assign(team ?? {}, { rijen: 0, omvang: 0, sha256: createHash('sha256').update(leeg).digest('hex') })
    const kapot = files.map((each) => {
      if (each.naam === 'tabellen/team.copy') return { ...each, inhoud: leeg }
      return each.naam === 'manifest.json' ? { ...each, inhoud: Buffer.from(JSON.stringify(manifest)) } : each
    })
    const pad = join(dataDir, 'tegenstrijdig.tar.gz')
    await writeFile(pad, pakIn(kapot))
    const was = await inhoud(rondom.db)
    const said = await typt(['herstel', pad])
    expect(said.code).toBe(1)
    expect(said.fout).toContain('foreign key')
    expect(await inhoud(rondom.db)).toEqual(was)
    expect(await schemas()).toEqual(['org_elders', 'org_hier'])
  })
})
