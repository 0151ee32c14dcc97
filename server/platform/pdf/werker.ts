import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { parentPort } from 'node:worker_threads'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { Antwoord, Opdracht } from './maakPdf.ts'

/** The thread that typesets: a long document never holds up a request. */
const require = createRequire(import.meta.url)
const lettertype = '@expo-google-fonts/atkinson-hyperlegible-next'
const snedes = ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic']
const compiler = NodeCompiler.create({
  fontArgs: [
    {
      fontBlobs: snedes.map((snede) =>
        readFileSync(require.resolve(`${lettertype}/${snede}/AtkinsonHyperlegibleNext_${snede}.ttf`)),
      ),
    },
  ],
  // A folder that is not there: a layout can read nothing of this machine.
  workspace: join(import.meta.dirname, 'geen'),
})
const layout = (naam: string) => readFileSync(join(import.meta.dirname, 'layout', `${naam}.typ`), 'utf8')
const bronnen = new Map(['brief', 'rapport'].map((naam) => [naam, `${layout('inhoud')}\n${layout(naam)}`]))

parentPort?.on('message', (opdracht: Opdracht) => {
  const antwoord: Antwoord = { nummer: opdracht.nummer, ...zet(opdracht) }
  parentPort?.postMessage(antwoord)
  compiler.evictCache(10)
})

function zet({ layout, data }: Opdracht): Omit<Antwoord, 'nummer'> {
  try {
    const mainFileContent = bronnen.get(layout) ?? ''
    const gelukt = compiler.compile({ mainFileContent, inputs: { data } })
    const document = gelukt.result
    if (!document) {
      const fout = gelukt.takeDiagnostics()
      return { fout: JSON.stringify(fout ? compiler.fetchDiagnostics(fout) : 'no reason given') }
    }
    return { pdf: compiler.pdf(document, { pdfStandard: 'ua-1' }), bladzijden: document.numOfPages }
  } catch (error) {
    return { fout: error instanceof Error ? error.message : String(error) }
  }
}
