const paths = {
  speech: "M4 5h16v11h-9l-5 4v-4H4zM8.5 10.5h.01M12 10.5h.01M15.5 10.5h.01",
  down: "m6 9 6 6 6-6",
  right: "m9 6 6 6-6 6",
  close: "m6 6 12 12M18 6 6 18",
  smile: "M3 12a9 9 0 1 0 18 0 9 9 0 1 0-18 0M8 14c2 3 6 3 8 0M9 9.5h.01M15 9.5h.01",
  clock: "M3 12a9 9 0 1 0 18 0 9 9 0 1 0-18 0M12 7v5l3 2",
  image: "M4 4h16v16H4zM4 16l5-5 4 4 3-3 4 4M15.5 8.5h.01",
  clip: "m20 11-8 8a5 5 0 0 1-7-7l8.5-8.5a3.3 3.3 0 0 1 4.7 4.7l-8.5 8.5a1.7 1.7 0 0 1-2.4-2.4l7.5-7.5",
  star: "m12 3.5 2.6 5.4 5.9.8-4.3 4.1 1 5.9-5.2-2.8-5.2 2.8 1-5.9-4.3-4.1 5.9-.8z",
  up: "M7 11v9H4v-9zl4-8c1.5 0 2.5 1 2.5 2.5v4H20L18.5 20H7",
  bell: "M6 10a6 6 0 1 1 12 0c0 5 2 6 2 6H4s2-1 2-6M10 20h4",
  person: "M8 8a4 4 0 1 0 8 0 4 4 0 1 0-8 0M4.5 20.5a7.5 7.5 0 0 1 15 0",
  bot: "M5 8h14v11H5zM12 8V4M9 13h.01M15 13h.01",
  send: "M12 19V5M5.5 11.5 12 5l6.5 6.5",
} as const;

export type IconName = keyof typeof paths;

/** Decoration only: the words are beside it or in the button's label. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class={`icon icon-${name}`} viewBox="0 0 24 24" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}
