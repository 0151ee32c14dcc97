import { Button, FileButton } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { downloadZaakdocument, getZaak, uploadZaakdocument, type Zaak } from '#contract/zaken.ts'
import { call, urlOf } from '#kit/api.ts'
import { omvang } from '#kit/format.ts'
import { Icoon } from '#kit/Icoon.tsx'
import { Medewerkernaam } from '#kit/Medewerkernaam.tsx'
import { meld } from '#kit/melding.ts'
import { detailOf } from '#kit/probleem.ts'
import { ververs } from '#kit/queries.ts'
import { LegeStaat } from '#kit/Staten.tsx'
import { StatusBadge } from '#kit/StatusBadge.tsx'
import { Tijdstip } from '#kit/Tijdstip.tsx'
import { useZakenTeksten } from '../zakenTeksten.ts'
import css from './Zaak.module.css'

/** Letters, photos and reports of this zaak. */
export function Documenten({ zaak }: { zaak: Zaak }) {
  const { documenten: t } = useZakenTeksten()
  const client = useQueryClient()
  const voegToe = useMutation({
    mutationFn: (file: File) => {
      const body = new FormData()
      body.append('bestand', file)
      return call(uploadZaakdocument, { params: { id: zaak.id }, body })
    },
    onSuccess: () => {
      meld(t.toegevoegd)
      return ververs(client, getZaak)
    },
  })
  return (
    <section className={css['documenten']}>
      {zaak.mag.wijzigen && (
        <div className={css['acties']}>
          <FileButton onChange={(file) => file && voegToe.mutate(file)}>
            {(props) => (
              <Button
                variant="default"
                loading={voegToe.isPending}
                leftSection={<Icoon naam="plus" maat={14} />}
                {...props}
              >
                {t.voegToe}
              </Button>
            )}
          </FileButton>
          <p role="alert" className={css['fout']}>
            {voegToe.error && detailOf(voegToe.error)}
          </p>
        </div>
      )}
      {zaak.documenten.length === 0 ? (
        <LegeStaat titel={t.leeg} icoon="document" />
      ) : (
        <ul className={css['rijen']}>
          {zaak.documenten.map((document) => (
            <li key={document.id}>
              <Icoon naam={document.mediatype.startsWith('image/') ? 'oog' : 'document'} maat={14} />
              <a
                href={urlOf(downloadZaakdocument, { params: { id: zaak.id, documentId: document.id } })}
                download={document.bestandsnaam}
              >
                {document.titel}
              </a>
              {document.onveilig && <StatusBadge toon="let-op">{t.onveilig}</StatusBadge>}
              {document.zichtbaarInPortaal && (
                <span title={t.inPortaal}>
                  <Icoon naam="oog" maat={14} label={t.inPortaal} />
                </span>
              )}
              <span className={css['zacht']}>
                {omvang(document.omvang)} · <Medewerkernaam medewerker={document.medewerker} /> ·{' '}
                <Tijdstip moment={document.op} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
