import type { ErpAntwoord } from '#contract/portaal/wonen.ts'
import { Alert } from '../nlds/Alert.tsx'
import { Button } from '../nlds/Button.tsx'
import { Paragraph } from '../nlds/Tekst.tsx'
import { useWoningTeksten } from './woningTeksten.ts'

/** The ERP of the corporation gives no answer now: that is no fault of who looks, and everything else works. */
export function ErpStand({ erp, opnieuw }: { erp: Exclude<ErpAntwoord, 'werkt'>; opnieuw: () => void }) {
  const t = useWoningTeksten()
  if (erp === 'uit') {
    return (
      <Alert titel={t.uitErp}>
        <Paragraph>{t.uitErpUitleg}</Paragraph>
      </Alert>
    )
  }
  return (
    <Alert soort="warning" titel={t.storingErp} kondigAan>
      <Paragraph>{t.storingErpUitleg}</Paragraph>
      <div>
        <Button purpose="secondary" onClick={opnieuw}>
          {t.opnieuw}
        </Button>
      </div>
    </Alert>
  )
}
