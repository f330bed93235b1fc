import type { ApiDocument, Content, Operation } from "./document.ts";
import type { Schema } from "./schemas.ts";
import { sketch } from "./sketch.ts";

/** The API document as a page to read: no script, nothing loaded from anywhere. */
export function renderApiPage({ info, tags, paths, components }: ApiDocument): string {
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  );
  const byTag = Map.groupBy(operations, ({ operation }) => operation.tags[0]!);
  const listed = tags.map(({ name }) => ({ name, operations: byTag.get(name) ?? [] }));
  const schemas = Object.entries(components.schemas);
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>API · ${escapeText(info.title)}</title>
<style>${style}</style>
<header>
<h1>${escapeText(info.title)} API <small>${escapeText(info.version)}</small></h1>
${renderText(info.description)}
<p><a href="/api/openapi.json">openapi.json</a> is the same for programs.</p>
<nav>${[...tags.map(({ name }) => name), "schemas"].map((name) => `<a href="#${name}">${name}</a>`).join(" ")}</nav>
</header>
<main>
${listed.map((one) => `<h2 id="${one.name}">${one.name}</h2>\n${one.operations.map((each) => renderOperation(each, components.schemas)).join("\n")}`).join("\n")}
<h2 id="schemas">schemas</h2>
${schemas.map(([name, schema]) => `<details><summary><code>${name}</code></summary><pre id="schema-${name}">${link(sketch(schema))}</pre></details>`).join("\n")}
</main>
</html>
`;
}

type Listed = { path: string; method: string; operation: Operation };

function renderOperation({ path, method, operation }: Listed, schemas: Record<string, Schema>): string {
  const { operationId, summary, parameters, requestBody, responses } = operation;
  const answer = responses[200] as { content: Record<string, { schema: Schema }> };
  const errors = Object.entries(responses).flatMap(([status, one]) =>
    "$ref" in one && status !== "default" ? [`${status} ${one.$ref.split("/").at(-1)}`] : [],
  );
  return `<details id="${operationId}">
<summary><b class="${method.toLowerCase()}">${method}</b> <code>${escapeText(path)}</code> <span>${escapeText(summary)}</span></summary>
<p>Permission <code>${operation["x-permission"]}</code> · errors ${errors.map((one) => `<code>${one}</code>`).join(", ") || "—"}</p>
${parameters.length > 0 ? `<h4>Parameters</h4><pre>${parameters.map(renderParameter).join("\n")}</pre>` : ""}
${requestBody ? `<h4>Body</h4>${renderContent(requestBody.content, schemas)}` : ""}
<h4>Reply</h4>${renderContent(answer.content, schemas)}
</details>`;
}

function renderParameter({ name, in: where, required, schema }: Operation["parameters"][number]): string {
  const standard = schema.default === undefined ? "" : ` = ${JSON.stringify(schema.default)}`;
  return `${escapeText(name)}${required ? "" : "?"}: ${link(sketch(schema))}${escapeText(standard)}  <i>${where}</i>`;
}

/** A named schema is shown as it is, once: whoever opened the route wants to see it. */
function renderContent(content: Content, schemas: Record<string, Schema>): string {
  return Object.entries(content)
    .map(([type, { schema }]) => {
      if (type !== "application/json") return `<p><code>${type}</code></p>`;
      const name = typeof schema.$ref === "string" ? schema.$ref.split("/").at(-1)! : null;
      const own = name ? schemas[name]! : schema;
      return `<pre>${name ? `${link(`@${name}`)} ` : ""}${link(sketch(own))}</pre>`;
    })
    .join("");
}

const escapeText = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** Names of schemas lead to them. */
const link = (text: string): string =>
  escapeText(text).replace(/@(\w+)/g, (_, name: string) => `<a href="#schema-${name}">${name}</a>`);

/** Paragraphs, lists and code of the description. */
function renderText(text: string): string {
  const inline = (line: string) => escapeText(line).replace(/`([^`]+)`/g, "<code>$1</code>");
  const [first = "", ...rest] = text.split("\n").filter((line) => line !== "");
  return `<p>${inline(first)}</p><ul>${rest.map((line) => `<li>${inline(line.replace(/^- /, ""))}</li>`).join("")}</ul>`;
}

const style = `
:root { color-scheme: light dark; --line: #8884; --soft: #8881; --blue: light-dark(#1668dc, #6ea8ff); --green: light-dark(#2f7d0b, #73d13d); --gold: light-dark(#a86600, #ffc53d); --red: light-dark(#cf1322, #ff7875) }
body { margin: 0 auto; max-width: 68rem; padding: 1rem; font: 15px/1.6 system-ui, "PingFang SC", "Microsoft YaHei", sans-serif }
h1 small { font-weight: 400; opacity: .6 } h2 { margin: 2.5rem 0 .5rem } h4 { margin: .75rem 0 .25rem }
nav { display: flex; flex-wrap: wrap; gap: .25rem 1rem } a { color: var(--blue) }
details { border-bottom: 1px solid var(--line); padding: .35rem 0 } summary { cursor: pointer; overflow-wrap: anywhere }
summary span { opacity: .75 } summary b { display: inline-block; min-width: 4.2em; font-size: .8em }
.get { color: var(--green) } .post { color: var(--blue) } .put, .patch { color: var(--gold) } .delete { color: var(--red) }
code, pre { font: 13px/1.5 ui-monospace, Menlo, Consolas, monospace } code { overflow-wrap: anywhere }
pre { background: var(--soft); border-radius: 6px; padding: .6rem .8rem; overflow-x: auto; margin: 0 } i { opacity: .6 }
`;
