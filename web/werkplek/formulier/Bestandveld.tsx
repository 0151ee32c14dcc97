import { ActionIcon, Button } from '@mantine/core'
import { useRef, useState } from 'react'
import type { Antwoordbestand } from '#contract/formulieren.ts'
import { Icoon } from '#kit/Icoon.tsx'
import { nieuwId } from '#kit/id.ts'
import { detailOf } from '#kit/probleem.ts'
import css from './Formuliervelden.module.css'
import { useFormulierTeksten } from './formulierTeksten.ts'
import { Groep } from './Groep.tsx'
import type { VeldProps } from './veld.ts'

type Upload = { id: string; naam: string; fout?: string }

/** Files or photos, sent as soon as they are chosen; the answer names what arrived. */
export function Bestandveld(props: VeldProps) {
  const t = useFormulierTeksten()
  const { veld, waarde } = props.getoond
  const { laadOp, id } = props
  const input = useRef<HTMLInputElement>(null)
  const [uploads, setUploads] = useState<Upload[]>([])
  const bestanden = alsBestanden(waarde)
  async function stuur(gekozen: File[]) {
    if (!laadOp) return
    for (const bestand of gekozen) {
      const upload = { id: nieuwId(), naam: bestand.name }
      setUploads((alle) => [...alle, upload])
      try {
        const aangekomen = await laadOp(bestand)
        setUploads((alle) => alle.filter((each) => each.id !== upload.id))
        props.pasAan((nu) => [...alsBestanden(nu), aangekomen])
      } catch (error) {
        setUploads((alle) => alle.map((each) => (each.id === upload.id ? { ...each, fout: detailOf(error) } : each)))
      }
    }
  }

  return (
    <Groep {...props}>
      <ul className={css['bestanden']} aria-label={veld.label}>
        {bestanden.map((bestand) => (
          <li key={bestand.id}>
            <Icoon naam="document" maat={14} />
            <span>{bestand.naam}</span>
            <ActionIcon
              variant="subtle"
              size="sm"
              aria-label={t.bestandWeg(bestand.naam)}
              onClick={() => props.onWijzig(bestanden.filter((each) => each.id !== bestand.id))}
            >
              <Icoon naam="prullenbak" maat={14} />
            </ActionIcon>
          </li>
        ))}
        {uploads.map((upload) => (
          <li key={upload.id} role="status" className={upload.fout ? css['fout'] : css['uitleg']}>
            {upload.fout ? `${upload.naam}: ${upload.fout}` : t.bestandBezig(upload.naam)}
            {upload.fout && (
              <ActionIcon
                variant="subtle"
                size="sm"
                aria-label={t.bestandWeg(upload.naam)}
                onClick={() => setUploads((alle) => alle.filter((each) => each.id !== upload.id))}
              >
                <Icoon naam="sluit" maat={14} />
              </ActionIcon>
            )}
          </li>
        ))}
      </ul>
      {laadOp ? (
        <>
          <input
            ref={input}
            type="file"
            hidden
            multiple
            {...(veld.soort === 'foto' && { accept: 'image/*,video/*' })}
            onChange={({ currentTarget }) => {
              void stuur([...(currentTarget.files ?? [])])
              currentTarget.value = ''
            }}
          />
          <Button
            id={id}
            variant="default"
            leftSection={<Icoon naam="paperclip" maat={14} />}
            onClick={() => input.current?.click()}
          >
            {veld.soort === 'foto' ? t.fotoErbij : t.bestandErbij}
          </Button>
        </>
      ) : (
        <p className={css['uitleg']}>{t.bestandKanNiet}</p>
      )}
    </Groep>
  )
}

function alsBestanden(waarde: unknown): Antwoordbestand[] {
  return Array.isArray(waarde) ? waarde.filter((each): each is Antwoordbestand => typeof each?.id === 'string') : []
}
