import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";

/** The product as `npm start` runs it, from any checkout, in a process of its own. */

export type Program = {
  url: string;
  widgetKey: string;
  /** For the owner, once. */
  signInLink: string;
  pid: number;
  postmasterPid: number;
  databaseUrl: string;
  stop: () => Promise<void>;
};

export const ownCheckout = resolve(import.meta.dirname, "../..");

export type Start = { checkout: string; dataFolder: string; port: number; nodeOptions?: string[] };

export async function startProgram({ checkout, dataFolder, port, nodeOptions = [] }: Start): Promise<Program> {
  const url = `http://127.0.0.1:${port}`;
  const main = join(checkout, "server/src/main.ts");
  const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", ...nodeOptions, main], {
    cwd: checkout,
    env: {
      ...process.env,
      YINGDA_PORT: String(port),
      YINGDA_HOST: "127.0.0.1",
      YINGDA_URL: url,
      YINGDA_DATA: dataFolder,
      YINGDA_DEMO: "on",
      YINGDA_LOG: "error",
      DATABASE_URL: undefined,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  const ended = new Promise<void>((done) => child.once("exit", () => done()));
  await new Promise<void>((ready, failed) => {
    const listen = (bytes: Buffer) => {
      said += bytes;
      if (said.includes("is ready after")) ready();
    };
    child.stdout.on("data", listen);
    child.stderr.on("data", listen);
    ended.then(() => failed(new Error(`The program ended instead of starting:\n${said}`)));
  });
  // From here on it has nothing to say but errors.
  child.stderr.on("data", (bytes) => process.stderr.write(bytes));
  child.stdout.on("data", (bytes) => process.stderr.write(bytes));
  const postmaster = readFileSync(join(dataFolder, "postgres/postmaster.pid"), "utf8").split("\n");
  const password = readFileSync(join(dataFolder, "postgres-password"), "utf8").trim();
  return {
    url,
    widgetKey: /\/chat\/([\w-]+)/.exec(said)![1]!,
    signInLink: /http\S+magic-link\S+/.exec(said)![0],
    pid: child.pid!,
    postmasterPid: Number(postmaster[0]),
    databaseUrl: `postgres://yingda:${password}@127.0.0.1:${postmaster[3]}/yingda`,
    stop: async () => {
      child.kill("SIGINT");
      await ended;
    },
  };
}
