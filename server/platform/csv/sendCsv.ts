import type { FastifyReply } from 'fastify'
import { csvMediaType } from './csv.ts'

/**
 * Offers the file as a download; it is never shown inside our own origin.
 * @param naam the file name without extension, from our own code
 */
export function sendCsv(reply: FastifyReply, naam: string, csv: string): FastifyReply {
  return reply
    .type(csvMediaType)
    .header('Content-Disposition', `attachment; filename="${naam}.csv"`)
    .header('Content-Security-Policy', "default-src 'none'; sandbox")
    .send(csv)
}
