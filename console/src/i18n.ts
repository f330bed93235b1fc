import i18next, { type ResourceLanguage } from "i18next";
import { initReactI18next } from "react-i18next";
import type { texts } from "./locales/zh-CN.ts";
import { getPreferences, type Language, watchPreferences } from "./preferences.ts";

/** Chinese decides which keys exist; `t` knows them. */
declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "common";
    resources: typeof texts;
  }
}

const load: Record<Language, () => Promise<{ texts: ResourceLanguage }>> = {
  "zh-CN": () => import("./locales/zh-CN.ts"),
  en: () => import("./locales/en.ts"),
};

/** Only the language in use is fetched; the other one comes with the switch. */
export async function startI18n() {
  const language = getPreferences().language;
  const { texts } = await load[language]();
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    defaultNS: "common",
    resources: { [language]: texts },
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  watchPreferences(() => void followLanguage());
}

async function followLanguage() {
  const language = getPreferences().language;
  if (language === i18next.language) return;
  if (!i18next.hasResourceBundle(language, "common")) {
    const { texts } = await load[language]();
    for (const [area, bundle] of Object.entries(texts)) i18next.addResourceBundle(language, area, bundle);
  }
  await i18next.changeLanguage(language);
}
