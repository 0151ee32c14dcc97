import { Button, Menu } from '@mantine/core'
import { lazy, Suspense } from 'react'
import { Icoon } from '#kit/Icoon.tsx'
import { useRecht } from '#kit/ik.ts'
import { useStartTeksten } from './startTeksten.ts'

const Proceslijst = lazy(() => import('./Proceslijst.tsx').then((module) => ({ default: module.Proceslijst })))
const Paletacties = lazy(() => import('./Proceslijst.tsx').then((module) => ({ default: module.Paletacties })))

/**
 * The menu with the processes that one can start for this klant, and the same in the search palette. The choice goes to
 * the address, so that a reload and Back do what one expects; `ProcesPaneel` shows the form.
 */
export function ProcesStarten() {
  return useRecht('proces.starten') ? <Keuze /> : null
}

function Keuze() {
  const t = useStartTeksten()
  return (
    <Menu position="bottom-start" width={300}>
      <Menu.Target>
        <Button
          variant="default"
          size="xs"
          leftSection={<Icoon naam="proces" maat={14} />}
          rightSection={<Icoon naam="pijl_neer" maat={12} />}
        >
          {t.knop}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Suspense fallback={<Menu.Label>{t.laden}</Menu.Label>}>
          <Proceslijst />
        </Suspense>
      </Menu.Dropdown>
      <Suspense>
        <Paletacties />
      </Suspense>
    </Menu>
  )
}
