import { drawn } from "../ui/icons.tsx";

/** The transcript's and the workspace's own icons. */
const draw = drawn(18);

export const FileIcon = draw(
  <>
    <path d="M5 2.8h6.5L15.5 7v9.2a1 1 0 0 1-1 1H5.5a1 1 0 0 1-1-1V3.8a1 1 0 0 1 1-1z" />
    <path d="M11.3 3v4.2h4M7.3 10.8h5.4M7.3 13.6h3.6" />
  </>,
);
export const BotIcon = draw(
  <>
    <rect x="3.5" y="6.5" width="13" height="9.5" rx="2.5" />
    <path d="M10 6.3V3.6M7.4 10.6v1.2M12.6 10.6v1.2" />
    <circle cx="10" cy="3" r=".7" fill="currentColor" />
  </>,
);
export const ThumbUpIcon = draw(
  <path d="M6.5 9l3-5.6c1.2 0 2 .9 1.8 2.1L10.9 8h4.2c1 0 1.7.9 1.5 1.9l-1 4.8c-.2.9-.9 1.5-1.8 1.5H6.5zM6.5 9v7.2H3.8V9z" />,
);
export const ThumbDownIcon = draw(
  <path d="M6.5 11l3 5.6c1.2 0 2-.9 1.8-2.1l-.4-2.5h4.2c1 0 1.7-.9 1.5-1.9l-1-4.8c-.2-.9-.9-1.5-1.8-1.5H6.5zM6.5 11V3.8H3.8V11z" />,
);
export const CrossIcon = draw(<path d="M5.5 5.5l9 9M14.5 5.5l-9 9" />);
export const QuoteIcon = draw(<path d="M8 5L3.8 9 8 13M4 9h7.5a4.5 4.5 0 0 1 4.5 4.5V15" />);
export const RecallIcon = draw(<path d="M4 4.5v4h4M4.3 8.2A6.3 6.3 0 1 1 4.6 12.6" />);
export const NoteIcon = draw(
  <>
    <path d="M4 3.8h12v8.4l-4 4H4z" />
    <path d="M16 12.2h-4v4M7 7.3h6M7 10.2h3.4" />
  </>,
);
export const ClockIcon = draw(
  <>
    <circle cx="10" cy="10" r="6.8" />
    <path d="M10 6.2V10l2.6 1.6" />
  </>,
);
export const AlarmIcon = draw(
  <>
    <path d="M10 3.2l7.2 12.9H2.8z" />
    <path d="M10 8.2v3.6M10 13.9v.1" />
  </>,
);
export const BellIcon = draw(<path d="M5 13.8V9a5 5 0 0 1 10 0v4.8l1.2 1H3.8zM8.4 16.8a1.8 1.8 0 0 0 3.2 0" />);
export const BellOffIcon = draw(
  <path d="M5 13.8V9c0-.9.2-1.7.6-2.4M8 4.4A5 5 0 0 1 15 9v2.6M3.8 14.8h10M8.4 16.8a1.8 1.8 0 0 0 3.2 0M3.5 3.5l13 13" />,
);
export const ImageIcon = draw(
  <>
    <rect x="3" y="4" width="14" height="12" rx="2" />
    <circle cx="7" cy="8" r="1.3" />
    <path d="M3.5 14.2l4-3.7 3 2.6 2.6-2.3 3.5 3" />
  </>,
);
export const ClipIcon = draw(
  <path d="M15.5 9.3l-5.6 5.6a3.4 3.4 0 0 1-4.8-4.8l5.9-5.9a2.3 2.3 0 0 1 3.2 3.2l-5.8 5.8a1.1 1.1 0 0 1-1.6-1.6l5.2-5.2" />,
);
export const SmileIcon = draw(
  <>
    <circle cx="10" cy="10" r="7" />
    <path d="M7 11.8c.7 1.2 1.7 1.8 3 1.8s2.3-.6 3-1.8M7.6 8v.2M12.4 8v.2" />
  </>,
);
export const PhraseIcon = draw(<path d="M11 2.8L4.8 11h4.4l-1 6.2L15 8.6h-4.6z" />);
export const SendIcon = draw(<path d="M3.5 10L16.5 4l-4 12.5-2.7-5z" />);
export const TransferIcon = draw(<path d="M3.5 7.2h12M12.4 4l3.1 3.2-3.1 3.1M16.5 13h-12M7.6 9.9L4.5 13l3.1 3.2" />);
export const StarIcon = draw(<path d="M10 3.2l2.1 4.3 4.7.7-3.4 3.3.8 4.7-4.2-2.2-4.2 2.2.8-4.7-3.4-3.3 4.7-.7z" />);
export const EndIcon = draw(
  <>
    <circle cx="10" cy="10" r="7" />
    <path d="M6.8 10.2l2.3 2.3 4.2-4.7" />
  </>,
);
export const EyeIcon = draw(
  <>
    <path d="M2.5 10S5.3 5 10 5s7.5 5 7.5 5-2.8 5-7.5 5-7.5-5-7.5-5z" />
    <circle cx="10" cy="10" r="2.2" />
  </>,
);
export const BackIcon = draw(<path d="M12 4.5L6.5 10l5.5 5.5" />);
export const SearchIcon = draw(
  <>
    <circle cx="9" cy="9" r="5" />
    <path d="M12.8 12.8l3.7 3.7" />
  </>,
);
export const PersonIcon = draw(
  <>
    <circle cx="10" cy="7" r="3" />
    <path d="M4.5 16.5c.4-3.2 2.5-5 5.5-5s5.1 1.8 5.5 5" />
  </>,
);
