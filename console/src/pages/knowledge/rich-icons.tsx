/** The toolbar's signs, in the line of ui/icons.tsx. */
const line = {
  fill: "none",
  stroke: "currentColor",
  strokeWidth: 1.5,
  strokeLinecap: "round",
  strokeLinejoin: "round",
} as const;

export const ListIcon = () => (
  <svg className="line-icon" width="16" height="16" viewBox="0 0 20 20" aria-hidden="true" {...line}>
    <path d="M8 5h9M8 10h9M8 15h9M3.5 5h.1M3.5 10h.1M3.5 15h.1" />
  </svg>
);
export const NumbersIcon = () => (
  <svg className="line-icon" width="16" height="16" viewBox="0 0 20 20" aria-hidden="true" {...line}>
    <path d="M9 5h8M9 10h8M9 15h8M3 3.8l1.3-.8v4M2.8 12.3c.3-.7 2-.8 2 .3 0 .9-1.9 1.4-2 2.9h2.2" />
  </svg>
);
export const LinkIcon = () => (
  <svg className="line-icon" width="16" height="16" viewBox="0 0 20 20" aria-hidden="true" {...line}>
    <path d="M8.5 11.5a3 3 0 0 0 4.3 0l2.7-2.7a3 3 0 0 0-4.3-4.3l-1 1M11.5 8.5a3 3 0 0 0-4.3 0l-2.7 2.7a3 3 0 0 0 4.3 4.3l1-1" />
  </svg>
);
export const ImageIcon = () => (
  <svg className="line-icon" width="16" height="16" viewBox="0 0 20 20" aria-hidden="true" {...line}>
    <path d="M3.5 4.5h13v11h-13zM3.5 13l3.5-3.5 3 3 2.5-2.5 4 4" />
    <circle cx="12.8" cy="7.8" r="1" />
  </svg>
);
