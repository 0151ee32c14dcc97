import type { OpenApi, Operation, Parameter } from './openapi.ts'

/** A readable page of the whole API, made from OpenAPI; works without JavaScript, the script only filters. */
export function docsPage(api: OpenApi): string {
  const operations = Object.entries(api.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  )
  const tags = [...new Set(operations.flatMap(({ operation }) => operation.tags))].sort()
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(api.info.title)}</title>
<style>${style}</style>
</head>
<body>
<header><h1>${escapeHtml(api.info.title)}</h1><p>${escapeHtml(api.info.description)}</p>
<p>The same as data: <a href="/api/openapi.json">/api/openapi.json</a></p>
<label>Filter <input id="filter" type="search" placeholder="path, word or right"></label></header>
<main>
${tags
  .map(
    (tag) =>
      `<section><h2>${escapeHtml(tag)}</h2>${operations
        .filter(({ operation }) => operation.tags.includes(tag))
        .map(article)
        .join('')}</section>`,
  )
  .join('\n')}
</main>
<script src="/api/docs.js"></script>
</body>
</html>`
}

export const docsScript = `document.getElementById('filter').addEventListener('input', (event) => {
  const words = event.target.value.toLowerCase().split(/\\s+/).filter(Boolean)
  for (const article of document.querySelectorAll('article')) {
    const text = article.textContent.toLowerCase()
    article.hidden = !words.every((word) => text.includes(word))
  }
  for (const section of document.querySelectorAll('section')) {
    section.hidden = !section.querySelector('article:not([hidden])')
  }
})
`

function article({ path, method, operation }: { path: string; method: string; operation: Operation }): string {
  return `<article id="${escapeHtml(operation.operationId)}">
<h3><span class="method">${method.toUpperCase()}</span> <code>${escapeHtml(path)}</code></h3>
<p>${escapeHtml(operation.summary)} ${escapeHtml(operation.description)}</p>
${operation.parameters.length > 0 ? `<table><caption>Parameters</caption><tbody>${operation.parameters.map(parameterRow).join('')}</tbody></table>` : ''}
${operation.requestBody ? `<details><summary>Body</summary><pre>${escapeHtml(pretty(operation.requestBody))}</pre></details>` : ''}
<details><summary>Answers</summary><pre>${escapeHtml(pretty(operation.responses))}</pre></details>
</article>`
}

function parameterRow(parameter: Parameter): string {
  const need = parameter.required ? 'required' : 'optional'
  return `<tr><th scope="row"><code>${escapeHtml(parameter.name)}</code></th><td>${parameter.in}, ${need}</td><td><code>${escapeHtml(JSON.stringify(parameter.schema))}</code></td></tr>`
}

const pretty = (value: unknown) => JSON.stringify(value, null, 2)

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}

const style = `
:root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif; }
body { max-width: 60rem; margin: 0 auto; padding: 1rem; }
h2 { margin-top: 2.5rem; border-bottom: 1px solid; }
article { margin: 1.5rem 0; }
h3 { font-size: 1rem; overflow-wrap: anywhere; }
.method { display: inline-block; min-width: 4.5rem; font-weight: 700; }
pre { overflow: auto; max-height: 24rem; padding: .75rem; border: 1px solid; border-radius: 6px; }
table { border-collapse: collapse; } caption { text-align: left; font-weight: 600; }
th, td { text-align: left; padding: .15rem .75rem .15rem 0; vertical-align: top; overflow-wrap: anywhere; }
input { font: inherit; padding: .35rem .5rem; width: min(24rem, 100%); }
`
