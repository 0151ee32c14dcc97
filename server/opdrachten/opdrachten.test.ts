import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { startTestRondom, type TestRondom } from '#server/platform/testing/rondom.ts'
import { seal } from '#server/platform/verwerkingenlog/seal.ts'
import { opdrachten } from './opdrachten.ts'
import { typ } from './testing/typ.ts'

// Whole commands on a real database; two cores that are busy with other tests make them slow, never wrong.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })

let rondom: TestRondom
let dataDir: string
beforeAll(async () => {
  rondom = await startTestRondom()
  dataDir = await mkdtemp(join(tmpdir(), 'rondom-opdracht-'))
})
afterAll(async () => {
  await rondom.close()
  await rm(dataDir, { recursive: true, force: true })
})

const rondomTypt = (args: string[], geheim?: string[]) =>
  typ(args, { databaseUrl: rondom.databaseUrl, dataDir, ...(geheim ? { geheim } : {}) })

describe('the command line', () => {
  it('shows all commands, and ends with 2 when none was named', async () => {
    const kaal = await rondomTypt([])
    const help = await rondomTypt(['--help'])
    expect(kaal.code).toBe(2)
    expect(help.code).toBe(0)
    for (const { naam } of opdrachten) expect(help.uit).toContain(naam)
  })

  it.each(opdrachten.map((each) => each.naam))('explains %s', async (naam) => {
    const help = await rondomTypt([naam, '--help'])
    expect(help.code).toBe(0)
    expect(help.uit).toContain(`npm run rondom -- ${naam}`)
    expect(help.uit).toContain('--organisatie')
  })

  it.each([
    [['bestaatniet'], 'bestaat niet'],
    [['demo', '--woning', '5'], 'De optie --woning bestaat niet.'],
    [['demo', '--woningen'], 'Achter de optie --woningen hoort een waarde.'],
    [['demo', '--woningen', 'veel'], 'moet een heel getal zijn'],
    [['demo', '--woningen', '0'], 'van 1 tot en met'],
    [['doctor', '--json=ja'], 'Achter de optie --json hoort geen waarde.'],
    [['gebruiker', 'maak', '--naam', 'Jan'], 'De optie --email is nodig.'],
    [['gebruiker', 'weg'], 'Kies een van'],
    [['organisatie', 'maak', 'De Linde', '--naam', 'x'], 'Een code begint met een kleine letter'],
  ])('says in Dutch what is wrong with %j, with exit code 2', async (args, melding) => {
    const gezegd = await rondomTypt(args)
    expect(gezegd.code).toBe(2)
    expect(gezegd.fout).toContain(melding)
  })

  it('names the organisaties when the one that was asked for is not there', async () => {
    const gezegd = await rondomTypt(['gebruiker', 'lijst', '--organisatie', 'nergens'])
    expect(gezegd.code).toBe(1)
    expect(gezegd.fout).toContain('Bekend zijn: hier, elders.')
  })

  it('says that the database cannot be reached, without a trace', async () => {
    const gezegd = await typ(['gebruiker', 'lijst'], { databaseUrl: 'postgres://x:y@127.0.0.1:1/z', dataDir })
    expect(gezegd.code).toBe(1)
    expect(gezegd.fout).toContain('niet te bereiken')
    expect(gezegd.fout).not.toContain('    at ')
  })
})

describe('gebruiker', () => {
  const aanmelden = (email: string, wachtwoord: string) =>
    rondom.anoniem.post('/api/aanmelden/wachtwoord', { email, wachtwoord })

  it('makes the first one functioneel beheerder, with a password that is shown once and works', async () => {
    const made = await rondomTypt(['gebruiker', 'maak', '--naam', 'Eerste Beheerder', '--email', 'eerste@hier.nl'])
    expect(made.code, made.fout).toBe(0)
    expect(made.uit).toContain('Functioneel beheerder')
    const wachtwoord = /Wachtwoord: (\S+)/.exec(made.uit)?.[1] ?? ''
    expect((await aanmelden('eerste@hier.nl', wachtwoord)).statusCode).toBe(200)
    // An organisatie that was empty can be worked in now.
    const { rows } = await sql<{ aantal: number }>`select count(*)::int as aantal from kanaal`.execute(rondom.db)
    expect(rows[0]?.aantal).toBeGreaterThan(3)
  })

  it('wants a role for the next one', async () => {
    const zonder = await rondomTypt(['gebruiker', 'maak', '--naam', 'Piet', '--email', 'piet@hier.nl'])
    expect(zonder.code).toBe(2)
    expect(zonder.fout).toContain('--rol')
  })

  it('takes a typed password, refuses a weak one and makes nobody then', async () => {
    const args = [
      'gebruiker',
      'maak',
      '--naam',
      'Piet',
      '--email',
      'piet@hier.nl',
      '--rol',
      'coordinator',
      '--wachtwoord',
    ]
    const zwak = await rondomTypt(args, ['welkom123'])
    expect(zwak.code).toBe(1)
    expect(zwak.fout).toContain('wachtwoord: Gebruik minstens')
    const goed = await rondomTypt(args, ['kreukel tafelbeen morgenzon fiets'])
    expect(goed.code, goed.fout).toBe(0)
    expect(goed.uit).not.toContain('Wachtwoord:')
    expect((await aanmelden('piet@hier.nl', 'kreukel tafelbeen morgenzon fiets')).statusCode).toBe(200)
  })

  it('refuses a second user with the same address', async () => {
    const dubbel = await rondomTypt([
      'gebruiker',
      'maak',
      '--naam',
      'P',
      '--email',
      'PIET@hier.nl',
      '--rol',
      'redacteur',
    ])
    expect(dubbel.code).toBe(1)
    expect(dubbel.fout).toContain('Er is al een medewerker met dit e-mailadres.')
  })

  it('gives a new password, after which the old one is void', async () => {
    const nieuw = await rondomTypt(['gebruiker', 'wachtwoord', 'piet@hier.nl'])
    expect(nieuw.code, nieuw.fout).toBe(0)
    expect((await aanmelden('piet@hier.nl', 'kreukel tafelbeen morgenzon fiets')).statusCode).toBe(401)
    const wachtwoord = /Wachtwoord: (\S+)/.exec(nieuw.uit)?.[1] ?? ''
    expect((await aanmelden('piet@hier.nl', wachtwoord)).statusCode).toBe(200)
  })

  it('changes roles, and never takes the last functioneel beheerder away', async () => {
    const anders = await rondomTypt(['gebruiker', 'rollen', 'piet@hier.nl', 'redacteur,privacy-officer'])
    expect(anders.code, anders.fout).toBe(0)
    expect((await rondomTypt(['gebruiker', 'lijst'])).uit).toContain('Redacteur, Privacy-officer')
    for (const args of [
      ['rollen', 'eerste@hier.nl', 'redacteur'],
      ['deactiveer', 'eerste@hier.nl'],
    ]) {
      const laatste = await rondomTypt(['gebruiker', ...args])
      expect(laatste.code).toBe(1)
      expect(laatste.fout).toContain('laatste functioneel beheerder')
    }
  })

  it('lets somebody leave and come back', async () => {
    expect((await rondomTypt(['gebruiker', 'deactiveer', 'piet@hier.nl'])).code).toBe(0)
    expect((await rondomTypt(['gebruiker', 'lijst'])).uit).toContain('niet actief')
    expect((await rondomTypt(['gebruiker', 'activeer', 'piet@hier.nl'])).code).toBe(0)
    expect((await rondomTypt(['gebruiker', 'lijst'])).uit).not.toContain('niet actief')
  })

  it('writes in the verwerkingenlog that it came from the command line', async () => {
    const { rows } = await sql<{ actor: string }>`
      select actor from verwerking where object_soort = 'medewerker' order by id limit 1`.execute(rondom.db)
    expect(rows[0]?.actor).toMatch(/^Opdrachtregel \(.+\)$/)
  })

  it('stays within its own organisatie', async () => {
    expect((await rondomTypt(['gebruiker', 'lijst', '--organisatie', 'elders'])).uit).not.toContain('eerste@hier.nl')
    expect((await rondomTypt(['gebruiker', 'wachtwoord', 'piet@hier.nl', '--organisatie', 'elders'])).code).toBe(1)
  })
})

describe('organisatie', () => {
  it('makes one that is set up, and lists it', async () => {
    const made = await rondomTypt(['organisatie', 'maak', 'linde', '--naam', 'De Linde', '--host', 'Linde.test'])
    expect(made.code, made.fout).toBe(0)
    expect((await rondomTypt(['organisatie', 'lijst'])).uit).toMatch(/linde\s+De Linde\s+linde\.test/)
    expect((await rondomTypt(['organisatie', 'maak', 'linde', '--naam', 'Nog een'])).fout).toContain('bestaat al')
    const host = await rondomTypt(['organisatie', 'maak', 'eik', '--naam', 'De Eik', '--host', 'linde.test'])
    expect(host.fout).toContain('al van een andere organisatie')
  })

  it('becomes the demo, once', async () => {
    const args = ['demo', '--woningen', '40', '--organisatie', 'linde']
    const made = await rondomTypt(args)
    expect(made.code, made.fout).toBe(0)
    expect(made.uit).toMatch(/De Linde: \d+ klanten, 40 woningen/)
    const weer = await rondomTypt(args)
    expect(weer.code).toBe(1)
    expect(weer.fout).toContain('bevat al klanten')
  })
})

describe('doctor', () => {
  type Bevinding = { controle: string; oordeel: string; tekst: string; advies?: string }
  const onderzoek = async () => {
    const said = await rondomTypt(['doctor', '--json'])
    return {
      code: said.code,
      van: (naam: string) => (JSON.parse(said.uit) as Bevinding[]).find((b) => b.controle === naam),
    }
  }

  it('finds a healthy database good, and says what is missing with a remedy', async () => {
    const { van } = await onderzoek()
    expect(van('postgresql')?.oordeel).toBe('goed')
    expect(van('migraties org_hier')?.oordeel).toBe('goed')
    expect(van('klok')?.oordeel).toBe('goed')
    expect(van('reservekopie hier')).toMatchObject({ oordeel: 'let-op', advies: expect.stringContaining('backup') })
    expect(van('beheerder elders')).toMatchObject({ oordeel: 'fout' })
  })

  it('sees a klant who cannot be found, with exit code 1', async () => {
    await sql`insert into partij (id, soort, naam, sorteernaam)
      values (gen_random_uuid(), 'organisatie', 'Onvindbaar', 'Onvindbaar')`.execute(rondom.db)
    const { code, van } = await onderzoek()
    expect(code).toBe(1)
    expect(van('zoeken hier')).toMatchObject({ oordeel: 'fout', tekst: 'klanten: 1 niet vindbaar, 0 te veel.' })
  })

  it('sees a line of the verwerkingenlog that was changed', async () => {
    await seal(rondom.db)
    expect((await onderzoek()).van('verwerkingenlog hier')).toMatchObject({ oordeel: 'goed' })
    await sql`alter table verwerking disable trigger user`.execute(rondom.db)
    await sql`update verwerking set doel = 'iets anders' where id = 1`.execute(rondom.db)
    await sql`alter table verwerking enable trigger user`.execute(rondom.db)
    const { code, van } = await onderzoek()
    expect(code).toBe(1)
    expect(van('verwerkingenlog hier')).toMatchObject({ oordeel: 'fout', tekst: expect.stringContaining('zegel 1') })
  })

  it('sees a bijlage whose file is gone', async () => {
    await sql`insert into bijlage (id, bestandsnaam, mediatype, omvang, sha256, opslagsleutel, klaar, medewerker_id)
      values (gen_random_uuid(), 'foto.jpg', 'image/jpeg', 10, 'x', ${`hier/ab/${'ab'.repeat(24)}`}, true,
              gen_random_uuid())`.execute(rondom.db)
    const { van } = await onderzoek()
    expect(van('bijlagen hier')).toMatchObject({ oordeel: 'fout', tekst: '1 van 1 bekeken bijlagen zijn er niet.' })
  })

  it('sees a database that is newer than the program', async () => {
    await sql`insert into migratie (name, timestamp) values ('20991231T0000_later', 'x')`.execute(rondom.db)
    const { code, van } = await onderzoek()
    expect(code).toBe(1)
    expect(van('migraties org_hier')).toMatchObject({ oordeel: 'fout' })
    await sql`delete from migratie where name = '20991231T0000_later'`.execute(rondom.db)
  })

  it('reports a database that cannot be reached as a finding', async () => {
    const said = await typ(['doctor'], { databaseUrl: 'postgres://x:y@127.0.0.1:1/z', dataDir })
    expect(said.code).toBe(1)
    expect(said.uit).toContain('✗ database: Niet te bereiken')
  })
})
