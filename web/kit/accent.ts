/** The colour of the organisatie: only its hue is used, lightness is ours (thema.css). */
export function zetAccent(kleur: string): void {
  if (/^#[0-9a-f]{6}$/i.test(kleur)) document.documentElement.style.setProperty('--rondom-accent', kleur)
}
