import type { ReactNode } from "react";

/** Our own line icons, drawn on a 20-px grid with one stroke. For anything else there is @ant-design/icons. */
export const drawn = (usualSize: number) => (drawing: ReactNode) =>
  // biome-ignore lint/correctness/noComponentHookFactories: called at module level only, once per icon
  function LineIcon({ size = usualSize }: { size?: number | string }) {
    return (
      <svg
        className="line-icon"
        width={size}
        height={size}
        viewBox="0 0 20 20"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
      >
        {drawing}
      </svg>
    );
  };
const icon = drawn(20);

export const HomeIcon = icon(
  <>
    <path d="M3.2 13.5a7 7 0 1 1 13.6 0" />
    <path d="M10 11.8l3-4.3" />
    <circle cx="10" cy="12" r="1.2" />
    <path d="M5.5 16.5h9" />
  </>,
);
export const WorkspaceIcon = icon(
  <>
    <path d="M4 11.5V10a6 6 0 0 1 12 0v1.5" />
    <path d="M4 11h1.5a1 1 0 0 1 1 1v2.5a1 1 0 0 1-1 1H5a1.5 1.5 0 0 1-1.5-1.5v-2.5A.5.5 0 0 1 4 11zM16 11h-1.5a1 1 0 0 0-1 1v2.5a1 1 0 0 0 1 1h.5" />
    <path d="M16.5 11.5v2.8a3 3 0 0 1-3 3h-2" />
  </>,
);
export const ConversationsIcon = icon(
  <>
    <path d="M4.5 3.5h8A1.5 1.5 0 0 1 14 5v4.5a1.5 1.5 0 0 1-1.5 1.5H7l-3 2.4V11a1.5 1.5 0 0 1-1-1.4V5a1.5 1.5 0 0 1 1.5-1.5z" />
    <path d="M16.5 8a1 1 0 0 1 .8 1v4.4a1.5 1.5 0 0 1-.8 1.3v2.2l-2.8-2H9.5" />
  </>,
);
export const FiguresIcon = icon(
  <>
    <path d="M3.5 3.5v11A2 2 0 0 0 5.5 16.5h11" />
    <path d="M7 12.5V10M10.5 12.5V6.5M14 12.5V8.5" />
  </>,
);
export const KnowledgeIcon = icon(
  <>
    <path d="M10 5.2C8.4 4 6.2 3.6 3.5 3.7v11.4c2.7-.1 4.9.3 6.5 1.5 1.6-1.2 3.8-1.6 6.5-1.5V3.7C13.8 3.6 11.6 4 10 5.2z" />
    <path d="M10 5.2v11.4" />
  </>,
);
export const ImportIcon = icon(
  <>
    <path d="M10 3v9M6.5 8.8L10 12.3l3.5-3.5" />
    <path d="M3.5 12.5v2.5a1.5 1.5 0 0 0 1.5 1.5h10a1.5 1.5 0 0 0 1.5-1.5v-2.5" />
  </>,
);
export const DownloadIcon = icon(
  <>
    <path d="M10 3.5v9M6.5 9L10 12.5 13.5 9" />
    <path d="M4 16.5h12" />
  </>,
);
export const ViewIcon = icon(<path d="M5.5 3.5h9v13L10 13l-4.5 3.5z" />);
export const StaffIcon = icon(
  <>
    <circle cx="7.8" cy="6.8" r="2.8" />
    <path d="M2.8 16.3c.3-2.9 2.3-4.8 5-4.8s4.7 1.9 5 4.8" />
    <path d="M13 4.3a2.6 2.6 0 0 1 0 5M14.8 11.9c1.5.7 2.3 2.2 2.5 4.4" />
  </>,
);
export const SettingsIcon = icon(
  <>
    <path d="M3 6h7.5M14.5 6H17M3 14h2.5M9.5 14H17" />
    <circle cx="12.5" cy="6" r="2" />
    <circle cx="7.5" cy="14" r="2" />
  </>,
);
export const MoreIcon = icon(
  <>
    <circle cx="4.5" cy="10" r=".9" fill="currentColor" />
    <circle cx="10" cy="10" r=".9" fill="currentColor" />
    <circle cx="15.5" cy="10" r=".9" fill="currentColor" />
  </>,
);
export const SunIcon = icon(
  <>
    <circle cx="10" cy="10" r="3.3" />
    <path d="M10 2.5v1.6M10 15.9v1.6M2.5 10h1.6M15.9 10h1.6M4.7 4.7l1.1 1.1M14.2 14.2l1.1 1.1M4.7 15.3l1.1-1.1M14.2 5.8l1.1-1.1" />
  </>,
);
export const MoonIcon = icon(<path d="M16.5 11.7A6.8 6.8 0 0 1 8.3 3.5a6.8 6.8 0 1 0 8.2 8.2z" />);
export const LanguageIcon = icon(
  <>
    <path d="M2.5 5h8M6.5 3v2M9 5c-.7 3-2.8 5.4-6 6.8M4.2 7.3c1 2 2.6 3.5 4.8 4.4" />
    <path d="M9.5 17l3.7-8.5L17 17M10.7 14.3h5" />
  </>,
);
export const CopyIcon = icon(
  <>
    <rect x="7" y="7" width="9.5" height="9.5" rx="1.5" />
    <path d="M13 7V5a1.5 1.5 0 0 0-1.5-1.5H5A1.5 1.5 0 0 0 3.5 5v6.5A1.5 1.5 0 0 0 5 13h2" />
  </>,
);
export const CheckIcon = icon(<path d="M4 10.5l4 4 8-9" />);
export const ChevronIcon = icon(<path d="M5.5 8l4.5 4.5L14.5 8" />);
export const ArrowIcon = icon(<path d="M4 10h11.5M11 5.5l4.5 4.5-4.5 4.5" />);
export const InfoIcon = icon(
  <>
    <circle cx="10" cy="10" r="7" />
    <path d="M10 9.3v4.2M10 6.5v.1" />
  </>,
);
export const WallIcon = icon(
  <>
    <rect x="2.5" y="3.5" width="15" height="10" rx="1.5" />
    <path d="M5.5 10.5l2.6-3 2.4 2 4-3.5M7 17h6" />
  </>,
);
export const FullScreenIcon = icon(<path d="M3.5 7.5v-4h4M12.5 3.5h4v4M16.5 12.5v4h-4M7.5 16.5h-4v-4" />);
export const CloseIcon = icon(<path d="M5 5l10 10M15 5L5 15" />);
export const AlarmIcon = icon(
  <>
    <path d="M10 3.2l7.3 12.9a.6.6 0 0 1-.5.9H3.2a.6.6 0 0 1-.5-.9z" />
    <path d="M10 8v4M10 14.4v.1" />
  </>,
);
export const ClockIcon = icon(
  <>
    <circle cx="10" cy="10" r="7" />
    <path d="M10 6v4.3l2.8 1.7" />
  </>,
);
export const PrintIcon = icon(
  <>
    <path d="M6 7V3.5h8V7M6 14H4.5A1.5 1.5 0 0 1 3 12.5v-4A1.5 1.5 0 0 1 4.5 7h11A1.5 1.5 0 0 1 17 8.5v4a1.5 1.5 0 0 1-1.5 1.5H14" />
    <path d="M6 11.5h8v5H6z" />
  </>,
);
export const BellIcon = icon(
  <>
    <path d="M10 3.2a4.8 4.8 0 0 0-4.8 4.8c0 4-1.5 5.3-1.5 5.3h12.6S14.8 12 14.8 8A4.8 4.8 0 0 0 10 3.2z" />
    <path d="M8.4 16.2a1.8 1.8 0 0 0 3.2 0" />
  </>,
);
export const PlusIcon = icon(<path d="M10 4v12M4 10h12" />);

/** The product's mark: a speech bubble that says done. */
export function Mark({ size = 32 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <path
        fill="var(--accent)"
        d="M8 3h16a6 6 0 0 1 6 6v10a6 6 0 0 1-6 6h-9l-6.2 4.6A.5.5 0 0 1 8 29.2V25a6 6 0 0 1-6-6V9a6 6 0 0 1 6-6z"
      />
      <path
        fill="none"
        stroke="var(--on-accent)"
        strokeWidth="2.8"
        strokeLinecap="round"
        strokeLinejoin="round"
        d="M10 14.2l4.2 4.2L22 10.4"
      />
    </svg>
  );
}
