import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')
const styles = join(root, 'node_modules/@mantine/core/styles')
// Drawn with the sheets of others, or without any.
const without = new Set([
  'MantineProvider',
  'MantineThemeProvider',
  'Portal',
  'Transition',
  'FocusTrap',
  'Box',
  'Collapse',
])
/** Parts of a component share its sheet, and some lean on the sheets of others. */
const needs: Record<string, string[]> = {
  TextInput: ['Input'],
  Textarea: ['Input'],
  NativeSelect: ['Input'],
  NumberInput: ['Input', 'NumberInput'],
  Select: ['Input', 'Combobox', 'Popover', 'ScrollArea'],
  MultiSelect: ['Input', 'Combobox', 'Popover', 'ScrollArea', 'Pill', 'PillsInput'],
  Autocomplete: ['Input', 'Combobox', 'Popover', 'ScrollArea'],
  TagsInput: ['Input', 'Combobox', 'Popover', 'ScrollArea', 'Pill', 'PillsInput'],
  Modal: ['Modal', 'ModalBase', 'Overlay', 'CloseButton'],
  Drawer: ['Drawer', 'ModalBase', 'Overlay', 'CloseButton'],
  Menu: ['Menu', 'Popover'],
  SegmentedControl: ['SegmentedControl', 'FloatingIndicator'],
  FileInput: ['Input'],
  FileButton: [],
  JsonInput: ['Input'],
}

/** @returns the components used without their sheet */
function missing(sources: readonly string[], sheets: ReadonlySet<string>): string[] {
  const used = new Set(
    sources.flatMap((text) =>
      [...text.matchAll(/import \{([^}]*)\} from '@mantine\/core'/g)].flatMap((match) =>
        (match[1] ?? '')
          .split(',')
          .map((name) => name.trim().split(' as ')[0] ?? '')
          .filter((name) => /^[A-Z]/.test(name)),
      ),
    ),
  )
  return [...used].flatMap((name) => {
    if (without.has(name)) return []
    const wanted = needs[name] ?? (existsSync(join(styles, `${name}.css`)) ? [name] : [])
    return wanted.filter((sheet) => !sheets.has(sheet)).map((sheet) => `${name} needs ${sheet}.css`)
  })
}

const sheetsIn = (text: string) => new Set([...text.matchAll(/styles\/(\w+)\.css/g)].map((match) => match[1] ?? ''))

it('every Mantine component in use has its sheet in web/kit/mantine.ts', () => {
  const sources = readdirSync(join(root, 'web'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.parentPath.includes('portaal'))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))

  expect(missing(sources, sheetsIn(readFileSync(join(root, 'web/kit/mantine.ts'), 'utf8')))).toEqual([])
})

it('would notice a component without its sheet', () => {
  expect(missing(["import { Button, Stepper } from '@mantine/core'"], new Set(['Button']))).toEqual([
    'Stepper needs Stepper.css',
  ])
  expect(missing(["import { Select } from '@mantine/core'"], new Set(['Input', 'Popover', 'ScrollArea']))).toEqual([
    'Select needs Combobox.css',
  ])
})
