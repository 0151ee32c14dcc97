import { z } from 'zod'
import { actie, NogNiet } from './actie.ts'

export const wachtenOp = actie({
  naam: 'wachten.op',
  label: 'Wachten op een order in het ERP',
  uitleg: 'Kijkt telkens of een onderhoudsorder een van de statussen heeft bereikt. Het proces wacht zolang.',
  buiten: true,
  invoer: z.strictObject({
    orderId: z.coerce.string().min(1).max(100),
    status: z.array(z.string().max(3)).min(1).default(['TEC', 'FIN', 'AFG', 'GEA']),
    minuten: z.number().int().min(1).max(1440).default(15),
  }),
  uitvoer: z.strictObject({ order: z.unknown() }),
  async voer(ctx, _, { orderId, status, minuten }, { erp }) {
    const order = await erp.onderhoudsorders.haal(ctx, orderId)
    if (!order || !status.includes(order.status)) throw new NogNiet(minuten * 60_000)
    return { order: JSON.parse(JSON.stringify(order)) }
  },
})
