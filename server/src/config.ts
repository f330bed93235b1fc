import { resolve } from "node:path";
import * as z from "zod";
import { Sentence } from "./platform/sentence.ts";

/** The only reader of the environment. */
const environment = z.object({
  YINGDA_PORT: z.coerce.number().int().min(1).max(65535).default(8686),
  YINGDA_HOST: z.string().default("0.0.0.0"),
  /** Database, files and secrets live here. */
  YINGDA_DATA: z.string().default("./data"),
  /** Where people reach the product, when that is not http://localhost:PORT (behind a proxy). */
  YINGDA_URL: z.url().optional(),
  /** Your own PostgreSQL; without it the embedded one runs. */
  DATABASE_URL: z.string().optional(),
  YINGDA_DEMO: z.enum(["on", "off"]).default("on"),
  YINGDA_LOG: z.enum(["silent", "error", "warn", "info", "debug"]).default("warn"),
});

export type Config = {
  port: number;
  host: string;
  dataFolder: string;
  publicUrl: string;
  databaseUrl?: string;
  hasDemo: boolean;
  logLevel: string;
};

/** Throws a sentence that names the variable and what is wrong with it. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const parsed = environment.safeParse(env);
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!;
    throw new Sentence(`The setting ${issue.path.join(".")} can't be used: ${issue.message}`);
  }
  const e = parsed.data;
  return {
    port: e.YINGDA_PORT,
    host: e.YINGDA_HOST,
    dataFolder: resolve(e.YINGDA_DATA),
    publicUrl: (e.YINGDA_URL ?? `http://localhost:${e.YINGDA_PORT}`).replace(/\/$/, ""),
    databaseUrl: e.DATABASE_URL,
    hasDemo: e.YINGDA_DEMO === "on",
    logLevel: e.YINGDA_LOG,
  };
}
