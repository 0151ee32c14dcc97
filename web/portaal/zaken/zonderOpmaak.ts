/** Markdown as one reads it aloud: marks go, words and addresses stay. */
export function zonderOpmaak(markdown: string): string {
  return markdown
    .replace(/^#{1,6}\s+/gm, '')
    .replace(/\[([^\]]+)\]\(([^)\s]+)[^)]*\)/g, (_, woorden: string, adres: string) =>
      woorden === adres ? adres : `${woorden} (${adres})`,
    )
    .replace(/(\*\*|__)(?=\S)(.+?)(?<=\S)\1/g, '$2')
    .replace(/(?<![\w*])\*(?=\S)([^*\n]+?)(?<=\S)\*(?![\w*])/g, '$1')
    .replace(/^\s*[-*]\s+/gm, '• ')
    .replace(/\\\n/g, '\n')
}
