import { ActionIcon } from '@mantine/core'
import { type ReactNode, useId } from 'react'
import { Icoon } from '#kit/Icoon.tsx'
import css from './Paneel.module.css'

/** A block of the klantbeeld with a heading and, for who may, a button to add. */
export function Paneel({
  titel,
  toevoegen,
  onToevoegen,
  children,
}: {
  titel: string
  toevoegen?: string
  onToevoegen?: (() => void) | undefined
  children: ReactNode
}) {
  const id = useId()
  return (
    <section className={css['paneel']} aria-labelledby={id}>
      <header>
        <h2 id={id}>{titel}</h2>
        {toevoegen && onToevoegen && (
          <ActionIcon variant="subtle" size="sm" aria-label={toevoegen} title={toevoegen} onClick={onToevoegen}>
            <Icoon naam="plus" />
          </ActionIcon>
        )}
      </header>
      {children}
    </section>
  )
}

/** One line with a pencil at the end for who may change it. */
export function Regel({
  wijzig,
  onWijzig,
  zacht,
  children,
}: {
  wijzig: string
  onWijzig?: (() => void) | undefined
  zacht?: boolean
  children: ReactNode
}) {
  return (
    <li data-zacht={zacht || undefined}>
      <div className={css['inhoud']}>{children}</div>
      {onWijzig && (
        <ActionIcon variant="subtle" color="gray" size="sm" aria-label={wijzig} title={wijzig} onClick={onWijzig}>
          <Icoon naam="bewerk" maat={14} />
        </ActionIcon>
      )}
    </li>
  )
}

/** What has ended: there, but folded. */
export function Historie({ naam, children }: { naam: string; children: ReactNode }) {
  return (
    <details className={css['historie']}>
      <summary>{naam}</summary>
      <ul>{children}</ul>
    </details>
  )
}
