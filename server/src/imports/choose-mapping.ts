import { readFileSync } from "node:fs";
import { type LogImport, type LogMapping, logMapping } from "@yingda/contract/routes/imports";
import { Sentence } from "../platform/sentence.ts";

/** The mapping of the command: a file's, else the guess, and over it what was said by --map. */
export function chooseMapping({
  guess,
  fields,
  mappingFile,
  pairs,
}: Pick<LogImport, "guess" | "fields"> & { mappingFile?: string; pairs: string[] }): LogMapping {
  const chosen: Record<string, unknown> = mappingFile ? readMappingFile(mappingFile) : { ...guess };
  for (const pair of pairs) {
    const at = pair.indexOf("=");
    if (at < 1) throw new Sentence(`--map takes KEY=VALUE, not “${pair}”.`);
    setPlace(chosen, pair.slice(0, at).trim(), pair.slice(at + 1).trim());
  }
  const parsed = logMapping.strict().safeParse(chosen);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const found = fields.map(({ name, inside }) => (inside === null ? name : `${inside}: ${name}`)).join(", ");
  const what = issue!.code === "unrecognized_keys" ? issue!.keys.join(", ") : issue!.path.join(".");
  throw new Sentence(
    `The mapping lacks or misreads “${what}” (${issue!.message}). Say it with --map ${what}=…\nFields in the file: ${found}`,
  );
}

function readMappingFile(file: string): Record<string, unknown> {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Record<string, unknown>;
  } catch (error) {
    throw new Sentence(`The mapping ${file} can't be read: ${(error as Error).message}`);
  }
}

/** An empty value takes the field out of the mapping. */
function setPlace(mapping: Record<string, unknown>, key: string, value: string): void {
  const actor = /^actors\.(customer|agent|bot)$/.exec(key)?.[1];
  if (actor) {
    const values = value.split(",").map((one) => one.trim());
    mapping.actors = { ...(mapping.actors as object), [actor]: values.filter((one) => one !== "") };
  } else if (value === "") delete mapping[key];
  else mapping[key] = value;
}
