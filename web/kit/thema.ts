import { createTheme, type MantineColorsTuple } from '@mantine/core'

// A colour that does not exist is a crash of the page in Mantine; this makes it a type error.
type Kleur = 'accent' | 'gray' | 'dark' | 'red' | 'green' | 'yellow' | 'blue'
declare module '@mantine/core' {
  export interface MantineThemeColorsOverride {
    colors: Record<Kleur, MantineColorsTuple>
  }
}

const tien = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] as const
const shades = (name: string) => tien.map((i) => `var(--rondom-${name}-${i})`) as unknown as MantineColorsTuple

const small = { defaultProps: { size: 'xs' } }
// Type three letters and press Enter: without this the first hit must be walked to with an arrow.
const keuze = { defaultProps: { size: 'xs', selectFirstOptionOnChange: true } }

/**
 * Dense: 13 px text, 30 px controls, a 4 px grid. The accent is the organisatie's hue at fixed lightness (thema.css), so
 * that any house colour keeps its contrast.
 */
export const thema = createTheme({
  primaryColor: 'accent',
  // White stands on it in both schemes, so dark is not much lighter than light.
  primaryShade: { light: 7, dark: 6 },
  colors: { accent: shades('accent'), red: shades('rood'), green: shades('groen'), yellow: shades('geel') },
  black: '#1b1f24',
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif',
  fontFamilyMonospace: 'ui-monospace, "Cascadia Mono", Menlo, Consolas, monospace',
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.125rem' },
  lineHeights: { xs: '1.35', sm: '1.4', md: '1.45', lg: '1.5', xl: '1.5' },
  spacing: { xs: '0.25rem', sm: '0.5rem', md: '0.75rem', lg: '1rem', xl: '1.5rem' },
  headings: {
    fontWeight: '650',
    sizes: {
      h1: { fontSize: '1.25rem', lineHeight: '1.3' },
      h2: { fontSize: '1rem', lineHeight: '1.35' },
      h3: { fontSize: '0.875rem', lineHeight: '1.4' },
      h4: { fontSize: '0.8125rem', lineHeight: '1.4' },
    },
  },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  // By name, not with `Button.extend`: that would put every one of them in the first download.
  components: {
    Button: small,
    TextInput: small,
    PasswordInput: small,
    Textarea: small,
    Select: keuze,
    MultiSelect: keuze,
    Autocomplete: small,
    TagsInput: small,
    NativeSelect: small,
    NumberInput: small,
    PinInput: small,
    SegmentedControl: small,
    Checkbox: { defaultProps: { size: 'sm' } },
    Radio: { defaultProps: { size: 'sm' } },
    Switch: { defaultProps: { size: 'sm' } },
    Tooltip: { defaultProps: { openDelay: 400, withArrow: true } },
  },
})
