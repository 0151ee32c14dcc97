export function Palet({ onSluiten }: { onSluiten: () => void }) {
  return (
    <button type="button" onClick={onSluiten}>
      …
    </button>
  )
}
