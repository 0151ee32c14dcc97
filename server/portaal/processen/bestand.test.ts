import { sql } from 'kysely'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fileStoreOf } from '#server/platform/files/fileStore.ts'
import { type Client, startTestRondom, type TestRondom } from '#server/platform/testing/rondom.ts'
import { allJobs } from '#server/slices.ts'
import { stuurBestand, verstuurBestand } from '../testing/bestand.ts'
import { maakHuis } from '../testing/huis.ts'
import { portaalBestandMax } from './bestand.ts'

let rondom: TestRondom
let klant: Client
beforeAll(async () => {
  rondom = await startTestRondom()
  klant = await rondom.klant((await maakHuis(rondom)).huurder)
})
afterAll(() => rondom.close())

const vlak = (breed: number, hoog: number) =>
  sharp({ create: { width: breed, height: hoog, channels: 3, background: '#678' } })
const pdf = (inhoud: string) =>
  Buffer.from(`%PDF-1.4\n1 0 obj\n<< /Type /Catalog ${inhoud} >>\nendobj\ntrailer << >>\n%%EOF`)

async function bewaard(id: string): Promise<Buffer> {
  const { rows } = await sql<{
    opslagsleutel: string
  }>`select opslagsleutel from proces_bestand where id = ${id}`.execute(rondom.db)
  const delen: Buffer[] = []
  for await (const deel of await fileStoreOf(rondom.services.config).open(rows[0]?.opslagsleutel ?? ''))
    delen.push(deel)
  return Buffer.concat(delen)
}

describe('a photo', () => {
  it('loses the place where it was taken, and the camera', async () => {
    const foto = await vlak(60, 40)
      .withExif({
        IFD0: { Make: 'Telefoon', Copyright: 'Jan' },
        IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '52/1 5/1 0/1' },
      })
      .jpeg()
      .toBuffer()
    expect((await sharp(foto).metadata()).exif).toBeDefined()

    const { id } = await stuurBestand(klant, 'kraan.jpg', foto)

    const na = await bewaard(id)
    const gelezen = await sharp(na).metadata()
    expect([gelezen.exif, gelezen.xmp, gelezen.iptc]).toEqual([undefined, undefined, undefined])
    for (const woord of ['Telefoon', 'Jan', 'Exif']) expect(na.includes(woord), woord).toBe(false)
    expect([gelezen.width, gelezen.height]).toEqual([60, 40])
  })

  it('is made small enough to look at, whatever the camera made of it', async () => {
    const { id, naam } = await stuurBestand(klant, 'groot.png', await vlak(4800, 3600).png().toBuffer())
    const gelezen = await sharp(await bewaard(id)).metadata()
    expect([naam, gelezen.format, Math.max(gelezen.width, gelezen.height)]).toEqual(['groot.jpg', 'jpeg', 2400])
  })

  it('that claims more pixels than any camera is refused before it fills our memory', async () => {
    // Of one colour: a small file that would be gigabytes when it is opened.
    const bom = await vlak(12_000, 12_000).png({ compressionLevel: 9 }).toBuffer()
    expect(bom.length).toBeLessThan(portaalBestandMax)
    const answer = await verstuurBestand(klant, 'bom.png', bom)
    expect([answer.statusCode, answer.json().detail]).toEqual([415, expect.stringContaining('JPG of PNG')])
  })

  it('of a telephone that we cannot read gets a sentence that says what to do', async () => {
    const kop = Buffer.from('000000186674797068656963000000006d69663168656963', 'hex')
    const answer = await verstuurBestand(klant, 'IMG_1.heic', Buffer.concat([kop, Buffer.alloc(2000)]))
    expect([answer.statusCode, answer.json().detail]).toEqual([415, expect.stringContaining('Stuur de foto als JPG')])
  })
})

describe('what is not taken', () => {
  it.each([
    ['a program with the name of a photo', 'foto.jpg', Buffer.from(`MZ${'\0'.repeat(200)}`)],
    ['a program', 'kraan.exe', Buffer.from(`MZ${'\0'.repeat(200)}`)],
    ['a web page', 'brief.html', Buffer.from('<html><script>alert(1)</script></html>')],
    ['a PDF with a script', 'brief.pdf', pdf('/OpenAction << /S /JavaScript /JS (app.alert(1)) >>')],
    ['a PDF with a script whose name is disguised', 'brief.pdf', pdf('/Names << /J#61vaScript 3 0 R >>')],
    ['a PDF that starts a program', 'brief.pdf', pdf('/AA << /O << /S /Launch /F (cmd.exe) >> >>')],
    ['nothing at all', 'leeg.jpg', Buffer.alloc(0)],
  ])('is %s, with a sentence', async (_, naam, inhoud) => {
    const answer = await verstuurBestand(klant, naam, inhoud)
    expect(answer.statusCode, answer.body).toBe(415)
    expect(answer.json().detail).toMatch(/^[A-Z].{15,}\.$/s)
  })

  it('is a file of 40 MB', async () => {
    const answer = await verstuurBestand(klant, 'groot.pdf', Buffer.concat([pdf(''), Buffer.alloc(40 * 1024 * 1024)]))
    expect([answer.statusCode, answer.json().detail]).toEqual([413, expect.stringContaining('15 MB')])
  })

  it('leaves nothing behind', async () => {
    const { rows } = await sql`select from proces_bestand where not klaar`.execute(rondom.db)
    expect(rows).toEqual([])
  })
})

it('a PDF of a bank or a council is taken as it is', async () => {
  const brief = pdf('/Pages 2 0 R /OpenAction [3 0 R /Fit]')
  const { id } = await stuurBestand(klant, 'akte.pdf', brief)
  expect((await bewaard(id)).equals(brief)).toBe(true)
})

it('a file waits as long as the form that was begun, and no longer', async () => {
  const { id } = await stuurBestand(klant, 'wacht.pdf', pdf(''))
  const ruimOp = () => allJobs(rondom.services)['processen.bestanden-opruimen']?.run(rondom.context(), {} as never)
  const is = async () => (await sql`select from proces_bestand where id = ${id}`.execute(rondom.db)).rows.length
  const begin = rondom.clock.now.getTime()
  const dag = 24 * 60 * 60_000

  rondom.clock.now = new Date(begin + 60 * dag)
  await ruimOp()
  const na60 = await is()
  rondom.clock.now = new Date(begin + 62 * dag)
  await ruimOp()
  rondom.clock.now = new Date(begin)

  expect([na60, await is()]).toEqual([1, 0])
})
