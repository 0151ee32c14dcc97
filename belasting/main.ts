import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { readConfig } from '../server/platform/config/config.ts'
import { openProefdatabase } from './database.ts'
import { beschrijfMachine } from './meten/machine.ts'
import { maakOmgeving } from './meten/omgeving.ts'
import type { Regel } from './meten/uitslag.ts'
import { bewaarRapport, tabel } from './rapport.ts'
import { gebeurtenissen } from './scenarios/gebeurtenissen.ts'
import { klantbeeld } from './scenarios/klantbeeld.ts'
import { klantprocessen } from './scenarios/klantprocessen.ts'
import { portaal } from './scenarios/portaal.ts'
import { meetStart, meetTweedeStart } from './scenarios/proces.ts'
import { sneuvelen } from './scenarios/sneuvelen.ts'
import { taken } from './scenarios/taken.ts'
import { voltooien } from './scenarios/voltooien.ts'
import { werkplek } from './scenarios/werkplek.ts'
import { zoeken } from './scenarios/zoeken.ts'

const scenarios = [zoeken, klantbeeld, voltooien, taken, gebeurtenissen, klantprocessen, portaal, werkplek]
const uitleg = `npm run belasting [-- opties]

Meet hoe snel Rondom is met veel gegevens. De eerste keer vult het een eigen database (een half uur of langer);
die blijft staan in RONDOM_DATA/belasting, of in DATABASE_URL.

  --partijen N      hoeveel klanten (1000000)
  --contacten N     hoeveel contactmomenten (5000000)
  --alleen NAMEN    alleen deze: start, sneuvelen, ${scenarios.map(({ naam }) => naam).join(', ')}; de pagina wordt dan niet geschreven
  --vullen          alleen vullen, niet meten
  --wachtend N      klantprocessen: hoeveel zaken er wachten, elk met drie wekkers (100000)
  --tegelijk N      klantprocessen: hoeveel wekkers er tegelijk afgaan (10000)
  --zaken N         hoeveel zaken er lopen terwijl werkers sneuvelen (5000)
  --doden N         hoeveel keer een werker wordt gedood (200)
`

const { values } = parseArgs({
  options: {
    partijen: { type: 'string', default: '1000000' },
    contacten: { type: 'string', default: '5000000' },
    alleen: { type: 'string' },
    vullen: { type: 'boolean', default: false },
    wachtend: { type: 'string', default: '100000' },
    tegelijk: { type: 'string', default: '10000' },
    zaken: { type: 'string', default: '5000' },
    doden: { type: 'string', default: '200' },
    help: { type: 'boolean', default: false },
  },
})
if (values.help) process.stdout.write(uitleg)
else await voerUit()

async function voerUit(): Promise<void> {
  const zeg = (wat: string) => process.stderr.write(`${new Date().toTimeString().slice(0, 8)}  ${wat}\n`)
  const proef = { zaken: Number(values.zaken), doden: Number(values.doden), zeg }
  // On a database of its own: nothing has to be filled for it.
  if (values.alleen === 'sneuvelen') return void process.stdout.write(`\n${tabel([await sneuvelen(proef)])}\n`)
  const doel = { partijen: Number(values.partijen), contacten: Number(values.contacten) }
  const database = await openProefdatabase(readConfig(), doel, zeg)
  try {
    if (values.vullen) return
    const namen = values.alleen?.split(/[\s,]+/)
    const doe = (naam: string) => !namen || namen.includes(naam)
    const machine = await beschrijfMachine(database.organisatie.db)
    const geheim = randomBytes(32).toString('base64url')
    const { regels, server } = await meetStart({ DATABASE_URL: database.url, RONDOM_GEHEIM: geheim })
    try {
      const omgeving = await maakOmgeving({
        server,
        geheim,
        databaseUrl: database.url,
        organisatie: database.organisatie,
        maten: { wachtend: Number(values.wachtend), tegelijk: Number(values.tegelijk) },
        zeg,
      })
      const stop = volgGeheugen(server.geheugen)
      for (const scenario of scenarios.filter(({ naam }) => doe(naam))) {
        zeg(scenario.naam)
        regels.push(...(await scenario.meet(omgeving)))
      }
      regels.push(await stop())
    } finally {
      await server.stop()
    }
    if (doe('sneuvelen')) regels.push(await sneuvelen(proef))
    if (doe('start')) regels.push(await meetTweedeStart())
    process.stdout.write(`\n${tabel(regels)}\n`)
    if (!namen) bewaarRapport(machine, regels)
  } finally {
    await database.close()
  }
}

/** The most that the server used while everything was measured. */
function volgGeheugen(geheugen: () => number): () => Promise<Regel> {
  let bezig = true
  let hoogste = 0
  const volger = (async () => {
    while (bezig) {
      hoogste = Math.max(hoogste, geheugen())
      await sleep(1000)
    }
  })()
  return async () => {
    bezig = false
    await volger
    return { naam: 'geheugen van de server, hoogste tijdens de metingen', n: 1, eenheid: 'MB', p50: hoogste }
  }
}
