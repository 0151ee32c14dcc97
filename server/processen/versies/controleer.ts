import type { Bevinding } from '#contract/procesbeheer.ts'
import { listTeams } from '#server/beheer/index.ts'
import { DomainError } from '#server/platform/errors.ts'
import type { ReadContext } from '#server/platform/http/context.ts'
import { controleerModel } from '../model/controleerModel.ts'
import { leesModel } from '../model/leesModel.ts'
import { leesXml } from '../model/moddle.ts'
import type { Bestanden } from '../tables.ts'
import { controleerInhoud } from './controleerInhoud.ts'
import { leesMap } from './geladen.ts'

/** Everything that is wrong in a process folder, with its place and what to do about it. Empty: it can be published. */
export async function controleerMap(
  ctx: Pick<ReadContext, 'db'>,
  proces: string,
  bestanden: Bestanden,
): Promise<Bevinding[]> {
  const xml = bestanden['proces.bpmn']
  if (!xml) return [fout('proces.bpmn', '', 'Een procesmap heeft een bestand proces.bpmn.')]
  try {
    const gelezen = await leesXml(xml)
    const teams = new Set((await listTeams(ctx.db)).filter(({ actief }) => actief).map(({ code }) => code))
    const model = leesModel(gelezen)
    // Only whoever judges a drawing waits for the linter, and has it in memory; a server that starts does not.
    const { controleerTekening } = await import('../model/controleerTekening.ts')
    const eerder = controleerModel(gelezen, model, { teams, bestanden: new Set(Object.keys(bestanden)) })
    const bevindingen = [...eerder, ...(await controleerTekening(gelezen, model, eerder))]
    // Made ready for the engine only when nothing is in it that the engine would stumble over.
    if (bevindingen.some(({ ernst }) => ernst === 'fout')) return bevindingen
    return [...bevindingen, ...controleerInhoud(await leesMap(proces, bestanden))]
  } catch (error) {
    if (error instanceof DomainError && error.invalidParams)
      return error.invalidParams.map(({ name, reason }) => fout(name, '', reason))
    throw error
  }
}

const fout = (bestand: string, plek: string, melding: string): Bevinding => ({
  ernst: 'fout',
  bestand,
  plek,
  naam: '',
  melding,
})
