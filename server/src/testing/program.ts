import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";
import { join, resolve } from "node:path";

/** The program itself, as `npm start` runs it, in a process of its own that can be killed. */

const root = resolve(import.meta.dirname, "../../..");

export type Running = {
  child: ChildProcess;
  url: string;
  widgetKey: string;
  output: () => string;
  stop: () => Promise<number | null>;
  kill: () => Promise<void>;
};

export function launch(env: Record<string, string>): {
  child: ChildProcess;
  output: () => string;
  ended: Promise<number | null>;
} {
  const child = spawn(process.execPath, [join(root, "server/src/main.ts")], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  child.stdout.on("data", (bytes) => (said += bytes));
  child.stderr.on("data", (bytes) => (said += bytes));
  return { child, output: () => said, ended: new Promise((done) => child.once("exit", (code) => done(code))) };
}

export async function start({
  dataFolder,
  port,
  demo = "off",
  databaseUrl,
}: {
  dataFolder: string;
  port: number;
  demo?: "on" | "off";
  /** Absent: the program starts a PostgreSQL of its own, which takes some seconds. */
  databaseUrl?: string;
}): Promise<Running> {
  const url = `http://127.0.0.1:${port}`;
  const { child, output, ended } = launch({
    YINGDA_PORT: String(port),
    YINGDA_HOST: "127.0.0.1",
    YINGDA_DATA: dataFolder,
    YINGDA_DEMO: demo,
    YINGDA_URL: url,
    ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}),
  });
  await new Promise<void>((ready, failed) => {
    const look = () => output().includes("is ready after") && ready();
    child.stdout!.on("data", look);
    ended.then((code) => failed(new Error(`it ended with ${code}: ${output()}`)));
  });
  const stopWith = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    return ended;
  };
  return {
    child,
    url,
    widgetKey: /\/chat\/([\w-]{22})/.exec(output())![1]!,
    output,
    stop: () => stopWith("SIGINT"),
    kill: async () => void (await stopWith("SIGKILL")),
  };
}

export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((done) => probe.listen(0, "127.0.0.1", done));
  const { port } = probe.address() as { port: number };
  await new Promise((done) => probe.close(done));
  return port;
}
