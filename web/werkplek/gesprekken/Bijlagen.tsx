import { ActionIcon, Button } from '@mantine/core'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { GesprekVraag } from '#contract/gesprekken.ts'
import { downloadBijlage, removeBijlage } from '#contract/klantcontacten.ts'
import { call, urlOf } from '#kit/api.ts'
import { omvang } from '#kit/format.ts'
import { Icoon } from '#kit/Icoon.tsx'
import { nieuwId } from '#kit/id.ts'
import { detailOf } from '#kit/probleem.ts'
import css from './Gesprek.module.css'
import { Veld } from './Gesprekscherm.tsx'
import { useGesprekTeksten } from './gesprekTeksten.ts'
import type { Actie, Staat } from './staat.ts'
import { stuurBijlage } from './stuurBijlage.ts'

type Upload = { id: string; naam: string; fout?: string }

/** Files with this question: chosen, dropped on it, or pasted. Each is checked by the server at once. */
export function Bijlagen({
  staat,
  doe,
  vraag,
  index,
}: {
  staat: Staat
  doe: (actie: Actie) => void
  vraag: GesprekVraag
  index: number
}) {
  const t = useGesprekTeksten()
  const input = useRef<HTMLInputElement>(null)
  const [uploads, setUploads] = useState<Upload[]>([])
  const [over, setOver] = useState(false)
  const bijlagen = staat.bijlagen.filter((bijlage) => vraag.bijlageIds.includes(bijlage.id))

  async function send(files: Iterable<File>) {
    for (const file of files) {
      const upload = { id: nieuwId(), naam: file.name }
      setUploads((all) => [...all, upload])
      try {
        const bijlage = await stuurBijlage(staat.id, file)
        doe({ soort: 'bijlage-erbij', sleutel: vraag.sleutel, bijlage })
        setUploads((all) => all.filter((each) => each.id !== upload.id))
      } catch (error) {
        setUploads((all) => all.map((each) => (each.id === upload.id ? { ...each, fout: detailOf(error) } : each)))
      }
    }
  }
  async function remove(id: string) {
    doe({ soort: 'bijlage-weg', id })
    // Already gone on the server is as good as removed.
    await call(removeBijlage, { params: { id } }).catch(() => undefined)
  }
  const onPaste = useEffectEvent((event: ClipboardEvent) => {
    const files = [...(event.clipboardData?.files ?? [])]
    if (files.length === 0) return
    event.preventDefault()
    void send(files)
  })
  useEffect(() => {
    document.addEventListener('paste', onPaste)
    return () => document.removeEventListener('paste', onPaste)
  }, [])

  return (
    <Veld naam={`vragen.${index}.bijlageIds`} fout={staat.fouten[`vragen.${index}.bijlageIds`]}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut for the button inside */}
      <div
        className={css['bijlagen']}
        data-over={over || undefined}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault()
          setOver(false)
          void send(event.dataTransfer.files)
        }}
      >
        <ul aria-label={t.bijlagen}>
          {bijlagen.map((bijlage) => (
            <li key={bijlage.id}>
              <Icoon naam="document" maat={14} />
              <a href={urlOf(downloadBijlage, { params: { id: bijlage.id } })} download>
                {bijlage.bestandsnaam}
              </a>
              <span className={css['uitleg']}>{omvang(bijlage.omvang)}</span>
              {bijlage.onveilig && (
                <span title={t.bijlageOnveilig}>
                  <Icoon naam="let_op" maat={14} label={t.bijlageOnveilig} />
                </span>
              )}
              <ActionIcon
                variant="subtle"
                size="sm"
                aria-label={t.bijlageWeg(bijlage.bestandsnaam)}
                onClick={() => void remove(bijlage.id)}
              >
                <Icoon naam="prullenbak" maat={14} />
              </ActionIcon>
            </li>
          ))}
          {uploads.map((upload) => (
            <li key={upload.id} role="status">
              {upload.fout ? (
                <>
                  <Icoon naam="let_op" maat={14} />
                  <span className={css['foutregel']}>
                    {upload.naam}: {upload.fout}
                  </span>
                  <ActionIcon
                    variant="subtle"
                    size="sm"
                    aria-label={t.bijlageWeg(upload.naam)}
                    onClick={() => setUploads((all) => all.filter((each) => each.id !== upload.id))}
                  >
                    <Icoon naam="sluit" maat={14} />
                  </ActionIcon>
                </>
              ) : (
                <span className={css['uitleg']}>{t.bijlageBezig(upload.naam)}</span>
              )}
            </li>
          ))}
        </ul>
        <input
          ref={input}
          type="file"
          multiple
          hidden
          onChange={({ currentTarget }) => {
            void send([...(currentTarget.files ?? [])])
            currentTarget.value = ''
          }}
        />
        <Button
          variant="subtle"
          size="compact-xs"
          leftSection={<Icoon naam="paperclip" maat={14} />}
          onClick={() => input.current?.click()}
        >
          {t.bijlageErbij}
        </Button>
        <span className={css['uitleg']}>{t.bijlageSleep}</span>
      </div>
    </Veld>
  )
}
