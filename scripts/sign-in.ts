import { routes } from "@yingda/contract/routes";
import type { Page } from "playwright-core";

/** Signs somebody in by their link, online and with a password, so that no page asks for one. */
export async function signInBy(link: string, page: Page): Promise<void> {
  await page.goto(link);
  const { origin } = new URL(link);
  await page.request.put(`${origin}${routes.setMyPassword.path}`, { data: { newPassword: "only-for-screenshots" } });
  await page.request.put(`${origin}${routes.setMyStatus.path}`, { data: { status: "online" } });
}

/** The owner's link, as the start of a shop prints it. */
export const ownersLink = (output: string): string => /http\S+magic-link\S+/.exec(output)![0];
