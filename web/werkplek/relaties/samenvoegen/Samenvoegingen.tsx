import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { Partij } from '#contract/relaties.ts'
import { wanneer } from '#kit/format.ts'
import { useRecht } from '#kit/ik.ts'
import css from '../panelen/Paneel.module.css'
import { samenvoegingenQuery } from '../relaties.queries.ts'
import { useRelatieTeksten } from '../relatieTeksten.ts'
import { useOngedaan } from './useOngedaan.ts'

const dagenZichtbaar = 30

/** Who was merged into this klant lately, and the way back. */
export function Samenvoegingen({ partij }: { partij: Partij }) {
  const t = useRelatieTeksten()
  const mag = useRecht('partij.samenvoegen')
  const { data } = useQuery({ ...samenvoegingenQuery(partij.id), enabled: mag })
  const ongedaan = useOngedaan()
  const sinds = Date.now() - dagenZichtbaar * 86_400_000
  const recent = (data?.samenvoegingen ?? []).filter(
    (each) => each.doel.id === partij.id && each.ongedaanMogelijk && Date.parse(each.op) > sinds,
  )
  return recent.map((each) => (
    <p key={each.id} className={css['band']}>
      {t.samenvoegingVan(`${each.bron.naam} (${each.bron.nummer})`, each.medewerker.naam, wanneer(each.op))}
      <Button size="compact-xs" variant="default" loading={ongedaan.isPending} onClick={() => ongedaan.mutate(each.id)}>
        {t.terugdraaien}
      </Button>
    </p>
  ))
}
