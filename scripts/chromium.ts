import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

/** Chromium for the browser tests and the screenshots: the system's, installed from the system's packages where that may be done. */

const places = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

const find = (): string | undefined =>
  [process.env.CHROMIUM ?? "", ...places].find((place) => place && existsSync(place));

const howTo = `The browser tests need Chromium and a Chinese font, and this user may not install them. Run
  apt-get install chromium fonts-noto-cjk        (Debian, Ubuntu; as root)
  dnf install chromium google-noto-sans-cjk-fonts (Fedora)
  apk add chromium font-noto-cjk                 (Alpine)
or set CHROMIUM to the path of a Chromium or Chrome, then run npm test again.`;

/** Returns the path, installing it as root on Debian-like systems. Throws a sentence that says what to do elsewhere. */
export function findChromium(): string {
  const found = find();
  if (found) return found;
  const isRoot = process.getuid?.() === 0;
  if (isRoot && existsSync("/usr/bin/apt-get")) {
    console.log("Installing Chromium and a Chinese font from the system's packages (once) …");
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    spawnSync("apt-get", ["update", "-qq"], { stdio: ["ignore", "ignore", "inherit"], env });
    spawnSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium", "fonts-noto-cjk"], {
      stdio: ["ignore", "ignore", "inherit"],
      env,
    });
  }
  const installed = find();
  if (!installed) throw new Error(howTo);
  return installed;
}

/** Quiet, without a profile of its own to keep, and without calls to hosts that are not ours. */
export const chromiumFlags = [
  ...["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
  ...[
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--force-color-profile=srgb",
  ],
];
