import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Icoon } from '#kit/Icoon.tsx'
import { detailOf } from '#kit/probleem.ts'
import css from './Aanmelden.module.css'
import { useAanmeldTeksten } from './aanmeldTeksten.ts'
import { kanPasskey, meldAanMetPasskey } from './passkey.ts'

type Props = {
  onAangemeld: () => void
  /** Leaves for the provider; absent when there is none. */
  naarAanbieder?: (() => Promise<void>) | undefined
}

/** The ways in without a password of Rondom. */
export function AndereWegen({ onAangemeld, naarAanbieder }: Props) {
  const t = useAanmeldTeksten()
  const passkey = useMutation({
    mutationFn: meldAanMetPasskey,
    onSuccess: (uitkomst) => uitkomst === 'gelukt' && onAangemeld(),
  })
  const oidc = useMutation({ mutationFn: async () => naarAanbieder?.() })
  const melding = passkey.error
    ? detailOf(passkey.error)
    : oidc.error
      ? detailOf(oidc.error)
      : passkey.data === 'afgebroken'
        ? t.passkeyAfgebroken
        : undefined
  return (
    <div className={css['wegen']}>
      <div className={css['of']}>
        <span>{t.of}</span>
      </div>
      {naarAanbieder && (
        <Button
          variant="default"
          size="md"
          fullWidth
          leftSection={<Icoon naam="organisatie" />}
          loading={oidc.isPending}
          onClick={() => oidc.mutate()}
        >
          {t.metOidc}
        </Button>
      )}
      <Button
        variant="default"
        size="md"
        fullWidth
        leftSection={<Icoon naam="slot" />}
        loading={passkey.isPending}
        disabled={!kanPasskey()}
        onClick={() => passkey.mutate()}
      >
        {t.metPasskey}
      </Button>
      {!kanPasskey() && <p className={css['zacht']}>{t.passkeyKanNiet}</p>}
      <p role="alert" className={melding ? css['fout'] : undefined}>
        {melding}
      </p>
    </div>
  )
}
