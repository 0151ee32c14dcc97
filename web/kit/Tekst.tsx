import { stukken } from './tekststukken.ts'

/** Text as somebody typed it: lines kept, addresses clickable, and never anything else than text. */
export function Tekst({ children }: { children: string }) {
  return (
    <div style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
      {stukken(children).map(({ begin, tekst, link }) =>
        link ? (
          <a key={begin} href={link} target="_blank" rel="noopener noreferrer nofollow">
            {tekst}
          </a>
        ) : (
          tekst
        ),
      )}
    </div>
  )
}
