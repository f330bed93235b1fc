import type { MappingAlgorithm, ThemeConfig } from "antd";

/** Every colour, size and typeface of the console. Components take them from antd's tokens or from the CSS variables. */

export type Scheme = "light" | "dark";

const light = {
  accent: "#0E7C7B",
  accentHover: "#0A6463",
  tint: "#E6F2F1",
  onAccent: "#FFFFFF",
  paper: "#FAFAF7",
  surface: "#FFFFFF",
  sunken: "#F4F3EE",
  line: "#E7E5DF",
  lineStrong: "#D5D2C9",
  ink: "#1F2421",
  second: "#5F665F",
  third: "#6F766F",
  waiting: "#B7791F",
  waitingTint: "#FBF3E2",
  late: "#B42318",
  lateTint: "#FCEEEC",
  good: "#2F7D32",
  goodTint: "#EAF4EA",
  neutral: "#8A908A",
  shadow: "0 1px 2px rgb(31 36 33 / 4%), 0 8px 24px rgb(31 36 33 / 8%)",
};

const dark: typeof light = {
  accent: "#4DB6AC",
  accentHover: "#6FC7BE",
  tint: "#1F3331",
  onAccent: "#0F1514",
  paper: "#141716",
  surface: "#1C201F",
  sunken: "#181B1A",
  line: "#2C3230",
  lineStrong: "#3B4340",
  ink: "#E6E9E6",
  second: "#A3ABA5",
  third: "#8F9892",
  waiting: "#E0A94B",
  waitingTint: "#33290F",
  late: "#F08A7E",
  lateTint: "#3A1F1C",
  good: "#7CC07F",
  goodTint: "#1C301D",
  neutral: "#7C857F",
  shadow: "0 1px 2px rgb(0 0 0 / 30%), 0 8px 24px rgb(0 0 0 / 40%)",
};

export type Palette = typeof light;
export const palettes: Record<Scheme, Palette> = { light, dark };

const fontFamily =
  'system-ui, -apple-system, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "Segoe UI", Roboto, sans-serif';

/** The algorithms come from the caller: the build reads this file too, and must not load antd for a few colours. */
export function antdTheme(scheme: Scheme, algorithm: MappingAlgorithm, hasMotion: boolean): ThemeConfig {
  const c = palettes[scheme];
  // antd would derive its own shades of the seeds in the dark; these colours are meant exactly.
  const exact = {
    colorPrimary: c.accent,
    colorInfo: c.accent,
    colorSuccess: c.good,
    colorWarning: c.waiting,
    colorError: c.late,
  };
  return {
    algorithm: [algorithm, (_seed, map) => ({ ...map!, ...exact })],
    cssVar: { key: scheme },
    token: {
      ...exact,
      colorPrimaryHover: c.accentHover,
      colorLink: c.accent,
      colorLinkHover: c.accentHover,
      colorText: c.ink,
      colorTextSecondary: c.second,
      colorTextTertiary: c.third,
      colorTextLightSolid: c.onAccent,
      colorBorder: c.lineStrong,
      colorBorderSecondary: c.line,
      colorBgLayout: c.paper,
      colorBgContainer: c.surface,
      colorBgElevated: c.surface,
      controlItemBgActive: c.tint,
      controlItemBgActiveHover: c.tint,
      borderRadius: 8,
      borderRadiusLG: 8,
      borderRadiusSM: 6,
      fontFamily,
      fontSize: 14,
      controlHeight: 34,
      boxShadow: c.shadow,
      boxShadowSecondary: c.shadow,
      boxShadowTertiary: "0 1px 2px rgb(0 0 0 / 10%)",
      // Where the system asks for no motion, our sheet has none; antd must not wait for its end.
      motion: hasMotion,
      motionDurationSlow: "0.15s",
      motionDurationMid: "0.12s",
      motionDurationFast: "0.08s",
    },
    components: {
      Button: { primaryShadow: "none", defaultShadow: "none", dangerShadow: "none", fontWeight: 500 },
      // A whole line height: with a broken one, borders of cells that stick are drawn a pixel beside the others'.
      Table: {
        fontSize: 13,
        lineHeight: 20 / 13,
        headerBg: c.sunken,
        headerSplitColor: "transparent",
        cellPaddingBlock: 12,
      },
      Tooltip: { colorBgSpotlight: scheme === "light" ? "#2A302C" : "#38403C", colorTextLightSolid: "#F4F5F2" },
      Segmented: { trackBg: c.sunken, itemSelectedBg: c.surface, trackPadding: 3 },
      Tag: { defaultBg: c.sunken, defaultColor: c.second },
      Modal: { titleFontSize: 17 },
      Form: { verticalLabelPadding: "0 0 6px" },
      Tabs: { horizontalItemGutter: 28 },
    },
  };
}

/** The same values for our own style sheets. What carries data-scheme="dark" itself is dark on a light page too. */
export function cssVariables() {
  const lines = (palette: Palette) =>
    Object.entries(palette)
      .map(([name, value]) => `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}:${value};`)
      .join("");
  return `:root{color-scheme:light;--font:${fontFamily};--radius:8px;${lines(light)}}
[data-scheme=dark]{color-scheme:dark;${lines(dark)}}
@media (prefers-color-scheme:dark){:root:not([data-scheme]){color-scheme:dark;${lines(dark)}}}`;
}
