import css from './Icoon.module.css'

// Own strokes on a 16 px grid: a handful of icons does not justify a package.
const paths = {
  zoek: 'M7 2.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9ZM10.3 10.3 14 14',
  plus: 'M8 3v10M3 8h10',
  min: 'M3 8h10',
  sluit: 'M4 4l8 8M12 4l-8 8',
  menu: 'M2.5 4h11M2.5 8h11M2.5 12h11',
  vink: 'M3 8.5 6.5 12 13 4.5',
  uitroep: 'M8 3.5v5.5M8 12.2v.3',
  let_op: 'M8 2 15 14H1L8 2ZM8 6.5V10M8 11.9v.2',
  klok: 'M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2ZM8 5v3.2l2.2 1.6',
  info: 'M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2ZM8 7.3v3.7M8 5v.2',
  persoon: 'M8 2.5a2.75 2.75 0 1 1 0 5.5 2.75 2.75 0 0 1 0-5.5ZM2.5 14c.4-3 2.7-4.3 5.5-4.3s5.1 1.3 5.5 4.3',
  mensen:
    'M6 3a2.3 2.3 0 1 1 0 4.6A2.3 2.3 0 0 1 6 3ZM1.5 13.5c.3-2.6 2.1-3.8 4.5-3.8s4.2 1.2 4.5 3.8M10.5 3.2a2.2 2.2 0 0 1 0 4.2M12 9.9c1.5.5 2.4 1.6 2.6 3.6',
  organisatie: 'M3 14V2.5h6V14M9 6h4v8M1.5 14h13M5 5h2M5 8h2M5 11h2',
  huis: 'M2 7.5 8 2.5l6 5M3.5 6.5V13.5h9V6.5M6.5 13.5V9.5h3v4',
  taak: 'M3 2.5h10v11H3zM5.5 8l1.8 1.8L10.8 6',
  bericht: 'M2 3.5h12v8H7L4 14v-2.5H2z',
  telefoon:
    'M4 2h2.2l1 3.2-1.6 1.2c.7 1.6 2 2.9 3.6 3.6l1.2-1.6 3.2 1V12c0 1-.8 1.7-1.8 1.6C6.600 13 3 9.400 2.400 3.800 2.300 2.800 3 2 4 2Z',
  mail: 'M2 3.5h12v9H2zM2 4.500l6 4.500 6-4.500',
  document: 'M4 1.500h5.500L12.500 4.500V14.500H4zM9.500 1.500v3h3M6 8h4M6 11h4',
  map: 'M1.500 4V13h13V5.500H8L6.500 3.500h-5zM1.500 7.500h13',
  ster: 'M8 2l1.800 3.900 4.200.5-3.100 2.900.8 4.200L8 11.400l-3.700 2.100.8-4.200L2 6.400l4.200-.5z',
  vandaag: 'M2.500 3.500h11v10h-11zM2.500 6.500h11M5.500 2v3M10.500 2v3M7 9h2v2H7z',
  instellingen: 'M2 4.500h7M12 4.500h2M2 11.500h2M7 11.500h7M9 2.800h3v3.400H9zM4 9.800h3v3.400H4z',
  grafiek: 'M2.500 2.500v11h11M5.500 11V8M8.500 11V5M11.500 11V7',
  schild: 'M8 1.800 13.500 4v4c0 3.300-2.300 5.400-5.500 6.500C4.800 13.400 2.500 11.300 2.500 8V4z',
  toetsenbord: 'M1.500 4h13v8h-13zM4 6.500h.1M6.700 6.500h.1M9.400 6.500h.1M12 6.500h.1M4.500 9.500h7',
  maan: 'M13.500 9.500A6 6 0 0 1 6.500 2.500 6 6 0 1 0 13.500 9.500Z',
  zon: 'M8 5a3 3 0 1 1 0 6 3 3 0 0 1 0-6ZM8 1v1.500M8 13.500V15M1 8h1.500M13.500 8H15M3 3l1 1M12 12l1 1M13 3l-1 1M4 12l-1 1',
  pijl_rechts: 'M6 3.500 10.500 8 6 12.500',
  pijl_links: 'M10 3.500 5.500 8 10 12.500',
  pijl_neer: 'M3.500 6 8 10.500 12.500 6',
  uitgang: 'M6 2.500H2.500v11H6M10 5l3 3-3 3M13 8H6',
  taal: 'M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2ZM2 8h12M8 2c4 4 4 8 0 12M8 2C4 6 4 10 8 14',
  verversen: 'M13.500 3v3.500H10M13.200 6.500A5.600 5.600 0 1 0 13.500 9',
  bewerk: 'M2.500 13.500l.8-3.300 7.500-7.500 2.500 2.500-7.500 7.500z',
  slot: 'M3.500 7h9v6.500h-9zM5.500 7V5a2.500 2.500 0 0 1 5 0v2',
  oog: 'M1.500 8C4 4 12 4 14.500 8 12 12 4 12 1.500 8ZM8 6a2 2 0 1 1 0 4 2 2 0 0 1 0-4Z',
  paperclip:
    'M12.500 7.500 7.500 12.500a3 3 0 0 1-4.300-4.300l5.600-5.600a2 2 0 0 1 2.900 2.900L6.300 10.900a1 1 0 0 1-1.500-1.500l4.700-4.700',
  koppeling:
    'M6.500 9.500a2.800 2.800 0 0 0 4 0l2.200-2.200a2.800 2.800 0 0 0-4-4L7.700 4.300M9.500 6.500a2.800 2.800 0 0 0-4 0L3.300 8.700a2.800 2.800 0 0 0 4 4l1-1',
  prullenbak: 'M2.500 4h11M6 4V2.500h4V4M4 4l.7 9.500h6.600L12 4M6.700 6.500v4.500M9.300 6.500v4.500',
  download: 'M8 2v8M4.500 7 8 10.500 11.500 7M2.500 13.500h11',
  filter: 'M2 3h12L9.500 8.500V13l-3-1.500v-3z',
  vlag: 'M3.500 14V2.500M3.500 3h8.500l-2 3 2 3H3.500',
  passend: 'M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10',
  proces: 'M1.500 6h4v4h-4zM10.500 2h4v4h-4zM10.500 10h4v4h-4zM5.500 8H8M10.500 4H8v8h2.500',
  moersleutel:
    'M13.500 4.300l-2.200 2.200-1.800-1.800 2.200-2.200A3.600 3.600 0 0 0 7 7L2.300 11.700a1.400 1.400 0 0 0 2 2L9 9a3.600 3.600 0 0 0 4.500-4.700Z',
  sleutel: 'M5.500 6.500a3 3 0 1 1 0 6 3 3 0 0 1 0-6ZM7.700 7.300 13.500 1.500M11 4l2 2',
  euro: 'M12.500 4A5 5 0 1 0 12.500 12M2 6.800h7M2 9.200h6.500',
  stip: 'M8 6a2 2 0 1 1 0 4 2 2 0 0 1 0-4Z',
} as const
export type IcoonNaam = keyof typeof paths

/** Decorative: the word beside it carries the meaning. Give `label` only when there is no word. */
export function Icoon({ naam, maat = 16, label }: { naam: IcoonNaam; maat?: number; label?: string }) {
  const hidden = label === undefined
  return (
    <svg
      className={css['icoon']}
      width={maat}
      height={maat}
      viewBox="0 0 16 16"
      role={hidden ? undefined : 'img'}
      aria-hidden={hidden || undefined}
      aria-label={label}
      focusable="false"
    >
      <path d={paths[naam]} />
    </svg>
  )
}
