import { telefoonLink } from '#kit/format.ts'
import { Card } from '../nlds/Card.tsx'
import { DataList } from '../nlds/DataList.tsx'
import { Anchor } from '../nlds/Link.tsx'
import { Pagina } from '../nlds/Pagina.tsx'
import { Paragraph } from '../nlds/Tekst.tsx'
import { useOrganisatie } from '../organisatie.ts'
import { useShellTeksten } from './shellTeksten.ts'

export function HulpPagina() {
  const t = useShellTeksten()
  const { telefoon, spoedtelefoon, openingstijden } = useOrganisatie()
  const bel = (nummer: string) => nummer && <Anchor href={telefoonLink(nummer)}>{nummer}</Anchor>
  return (
    <Pagina titel={t.hulpTitel} onder={t.hulpUitleg}>
      <div className="stapel">
        <Card>
          <DataList
            rijen={[
              [t.telefoon, bel(telefoon)],
              [t.openingstijden, openingstijden],
              [t.spoed, bel(spoedtelefoon)],
            ]}
          />
          <Paragraph>{t.storingUitleg}</Paragraph>
        </Card>
        <Card titel={t.installeer}>
          <Paragraph>{t.installeerUitleg}</Paragraph>
        </Card>
      </div>
    </Pagina>
  )
}
