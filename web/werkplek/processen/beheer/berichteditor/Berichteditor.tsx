import { Button, Checkbox, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useRef } from 'react'
import { getProcesnamen } from '#contract/procesinhoud.ts'
import { Icoon } from '#kit/Icoon.tsx'
import { meld } from '#kit/melding.ts'
import { lees } from '#kit/queries.ts'
import { StatusBadge } from '#kit/StatusBadge.tsx'
import { useConcept } from '../concept.ts'
import css from './Berichteditor.module.css'
import { Berichtvoorbeeld } from './Berichtvoorbeeld.tsx'
import { beoordeel, leesKopregel, schrijfKopregel, splits, voegSamen } from './bericht.ts'
import { useBerichteditorTeksten } from './berichtTeksten.ts'
import { Variabelen } from './Variabelen.tsx'

/** One message: its subject and text, what it may fill in, and how it arrives. */
export function Berichteditor({ pad }: { pad: string }) {
  const t = useBerichteditorTeksten()
  const concept = useConcept()
  const { data } = useQuery({
    ...lees(getProcesnamen, { params: { id: concept.versie.id } }),
    queryKey: [getProcesnamen.path, concept.versie.id, concept.versie.versie],
  })
  const bestand = concept.bestanden[pad] ?? ''
  const { kop, tekst } = useMemo(() => splits(bestand), [bestand])
  const vak = useRef<HTMLTextAreaElement>(null)
  const bekend = useMemo(() => new Set(data?.namen.map(({ naam }) => naam)), [data])
  const onderwerp = leesKopregel(kop, 'onderwerp')
  const { fout, onbekend } = useMemo(() => beoordeel(`${onderwerp}\n${tekst}`, bekend), [onderwerp, tekst, bekend])
  const zet = (next: { kop?: string | undefined; tekst?: string }) =>
    concept.zet(pad, voegSamen({ kop: 'kop' in next ? next.kop : kop, tekst: next.tekst ?? tekst }))
  const voegIn = (naam: string) => {
    const veld = vak.current
    const stuk = `{{ ${naam} }}`
    if (!veld) return zet({ tekst: tekst + stuk })
    veld.focus()
    // The browser's own way: it moves the cursor, and Ctrl Z takes it back.
    if (!document.execCommand('insertText', false, stuk))
      zet({ tekst: tekst.slice(0, veld.selectionStart) + stuk + tekst.slice(veld.selectionEnd) })
  }
  return (
    <div className={css['editor']}>
      {concept.magBewerken && (
        <div className={css['bewerken']}>
          <TextInput
            label={t.onderwerp}
            value={onderwerp}
            maxLength={200}
            onChange={({ currentTarget }) => zet({ kop: schrijfKopregel(kop, 'onderwerp', currentTarget.value) })}
          />
          <Textarea
            ref={vak}
            label={t.tekst}
            description={t.tekstUitleg}
            autosize
            minRows={10}
            maxRows={30}
            value={tekst}
            error={fout}
            onChange={({ currentTarget }) => zet({ tekst: currentTarget.value })}
          />
          <div role="status" className={css['oordeel']}>
            {data && !fout && onbekend.length === 0 && <StatusBadge toon="goed">{t.goed}</StatusBadge>}
            {onbekend.map(({ naam, regel }) => (
              // The subject stands above the text: there it has no line of its own.
              <StatusBadge key={`${naam}${regel}`} toon="fout">
                {t.onbekend(naam, Math.max(1, regel - 1))}
              </StatusBadge>
            ))}
          </div>
          <Checkbox
            label={t.formeel}
            checked={leesKopregel(kop, 'formeel') === 'true'}
            onChange={({ currentTarget }) =>
              zet({ kop: schrijfKopregel(kop, 'formeel', currentTarget.checked ? 'true' : '') })
            }
          />
          {data && <Variabelen namen={data.namen} voorbeeld={data.voorbeeld} onKies={voegIn} />}
          <details>
            <summary>{t.kop}</summary>
            <Textarea
              aria-label={t.kop}
              description={t.kopUitleg}
              autosize
              minRows={2}
              spellCheck={false}
              value={kop ?? ''}
              onChange={({ currentTarget }) =>
                zet({ kop: currentTarget.value === '' ? undefined : currentTarget.value })
              }
            />
          </details>
          <Button
            size="xs"
            variant="default"
            className={css['links'] ?? ''}
            leftSection={<Icoon naam="prullenbak" maat={14} />}
            onClick={() => {
              concept.zet(pad, null)
              meld(t.wegMelding(pad), { actie: { naam: t.ongedaan, run: () => concept.zet(pad, bestand) } })
            }}
          >
            {t.weg}
          </Button>
        </div>
      )}
      <Berichtvoorbeeld pad={pad} bestand={bestand} versieId={concept.versie.id} versie={concept.versie.versie} />
    </div>
  )
}
