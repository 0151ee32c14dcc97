import { telefoonLink } from '#kit/format.ts'
import { Card } from '../nlds/Card.tsx'
import { DataList } from '../nlds/DataList.tsx'
import { Anchor } from '../nlds/Link.tsx'
import { Pagina } from '../nlds/Pagina.tsx'
import { Paragraph } from '../nlds/Tekst.tsx'
import { useOrganisatie } from '../organisatie.ts'
import { usePaginaTeksten } from './paginaTeksten.ts'
import { useShellTeksten } from './shellTeksten.ts'

export function HulpPagina() {
  const t = useShellTeksten()
  const p = usePaginaTeksten()
  const { telefoon, spoedtelefoon, openingstijden } = useOrganisatie()
  const bel = (nummer: string) => nummer && <Anchor href={telefoonLink(nummer)}>{nummer}</Anchor>
  return (
    <Pagina titel={p.hulpTitel} onder={p.hulpUitleg}>
      <div className="stapel">
        <Card>
          <DataList
            rijen={[
              [p.telefoon, bel(telefoon)],
              [p.openingstijden, openingstijden],
              [t.spoed, bel(spoedtelefoon)],
            ]}
          />
          <Paragraph>{p.storingUitleg}</Paragraph>
        </Card>
        <Card titel={p.installeer}>
          <Paragraph>{p.installeerUitleg}</Paragraph>
        </Card>
      </div>
    </Pagina>
  )
}
