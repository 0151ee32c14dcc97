import { downloadPortaalDocument, type PortaalDocument } from '#contract/portaal/zaken.ts'
import { urlOf } from '#kit/api.ts'
import { omvang } from '#kit/format.ts'
import { Icoon } from '#kit/Icoon.tsx'
import { metNamens, useNamens } from '../namens.ts'
import { Anchor } from '../nlds/Link.tsx'
import css from './Zaak.module.css'
import { useZaakTeksten } from './zaakTeksten.ts'

export function Documenten({ zaakId, documenten }: { zaakId: string; documenten: readonly PortaalDocument[] }) {
  const t = useZaakTeksten()
  const namens = useNamens()
  return (
    <ul className={css['documenten']} aria-label={t.documenten}>
      {documenten.map((each) => (
        <li key={each.id}>
          <Anchor
            href={urlOf(downloadPortaalDocument, metNamens(namens, { params: { id: zaakId, documentId: each.id } }))}
            download
          >
            <Icoon naam={each.mediatype.startsWith('image/') ? 'oog' : 'document'} maat={20} />
            <span>
              {each.titel || each.bestandsnaam} ({omvang(each.omvang)}
              {each.vanU && `, ${t.vanU}`})
            </span>
          </Anchor>
        </li>
      ))}
    </ul>
  )
}
